// How often simulated people do what, and how long they take. None of it is from a report: these figures are ours, and the place to tune.

export const HABITS = {
  /** Shares of occasions. */
  declines: 0.02, losesSignal: 0.05, forgetsToBookOff: 0.05, takesAWrongTurn: 0.06, upgrades: 0.04, asksForDowngrade: 0.02, agrees: 0.85,
  noticesDuplicate: 0.8, linksDuplicateLater: 0.7, reopensOnNews: 0.35, namesWrongTeam: 0.1,
  /** Ranges of minutes. */
  hands: [0.3, 1], grading: [0.7, 2.5], answering: [0.3, 2.5], settingOff: [0.5, 3], knocking: [8, 15], meeting: [2, 6], leaving: [2, 6],
  withoutSignal: [5, 40], decidingFollowUp: [3, 10], secondPerson: [2, 8], bookingOnLate: [0, 5], takingOver: [1.5, 4],
  /** Until whoever was left without the crew's car has another. */
  lift: [10, 25],
  /** On the road, as a multiple of the estimate. */
  driving: [0.8, 1.4], wrongTurn: [1.4, 1.9],
  /** Minutes after which control acts: nobody answered; nobody could be sent to a Grade 2; the police have had a Grade 1. */
  unanswered: 8, nobodyToSend: 90, withPolice: 45,
  /** Minutes on the road: what is far for an urgent visit, what is near enough for a planned one. */
  farMinutes: 50, nearMinutes: 35,
  /** Hours on the wall between which a planned visit is begun; for every so many crews at work one is kept free of them. */
  plannedHours: [8, 22], crewsForOneFree: 3,
  /** Hours from the report after which a planned visit that nobody was free for goes to a day team. */
  plannedTooLong: 40,
  /** Planned visits waiting, for each responder on the roster, beyond which the service takes no more tonight. */
  roomPerResponder: 0.5,
} as const;
