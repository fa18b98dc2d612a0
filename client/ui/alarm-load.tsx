// How many alarms fired for each hour that somebody sat in control, in a sentence.
import sheet from './figures-sheet.module.css';

export function AlarmLoad({ alarms: { fired, controlHours, perHour }, className }: { alarms: { fired: number | null; controlHours: number; perHour: number | null }; className?: string | undefined }) {
  const hours = controlHours === 1 ? '1 hour' : `${controlHours} hours`;
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>Alarms</h2>
      <p className={className}>
        {fired === null ? 'Fewer than 5 fired' : `${fired} fired`} in {hours} of duty in control{perHour === null ? '.' : `: ${perHour} for each hour that somebody sat there.`}
      </p>
    </section>
  );
}
