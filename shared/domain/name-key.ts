// A name as it is compared: without marks, case and punctuation; and once more with short forms written out. The order of its words says nothing.

/** Letters that no mark can be taken from. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n' };

/** Each group is one name, its full form first. */
const SHORT_FORMS = [
  ['abigail', 'abi', 'abby', 'abbie'], ['alexander', 'alex', 'alec', 'sandy', 'xander'], ['alexandra', 'alexa', 'lexi'], ['alfred', 'alf', 'alfie'], ['amanda', 'mandy'], ['andrew', 'andy', 'drew'],
  ['anthony', 'tony', 'ant'], ['barbara', 'babs', 'barb'], ['benjamin', 'ben', 'benny'], ['bradley', 'brad'], ['cameron', 'cam'], ['catherine', 'katherine', 'kathryn', 'katharine', 'cathy', 'kathy', 'kate', 'katie', 'kat'],
  ['charles', 'charlie', 'chas'], ['charlotte', 'lottie'], ['christopher', 'chris', 'kit'], ['christina', 'christine', 'tina'], ['daniel', 'dan', 'danny'], ['danielle', 'dani'], ['david', 'dave', 'davey'], ['deborah', 'debra', 'deb', 'debbie'],
  ['edward', 'ed', 'eddie', 'ted', 'teddy', 'ned'], ['eleanor', 'ellie', 'nell', 'nellie', 'nora'], ['elizabeth', 'elisabeth', 'liz', 'lizzie', 'beth', 'betty', 'eliza', 'libby', 'lisa'], ['emily', 'em', 'emmie'],
  ['francis', 'frank', 'frankie'], ['frances', 'fran'], ['frederick', 'fred', 'freddie', 'freddy'], ['gabriel', 'gabe'], ['gabriella', 'gabby'], ['gareth', 'gaz'], ['george', 'georgie'], ['georgina', 'georgia'], ['gerald', 'gerry'], ['gerard', 'ged'],
  ['gregory', 'greg'], ['harold', 'harry', 'henry', 'hal'], ['imogen', 'immy'], ['isabella', 'isabel', 'isobel', 'izzy', 'bella', 'issy'], ['jacob', 'jake'], ['jacqueline', 'jackie', 'jacqui'], ['james', 'jim', 'jimmy', 'jamie'],
  ['jennifer', 'jen', 'jenny'], ['jessica', 'jess', 'jessie'], ['john', 'jon', 'jack', 'jonny', 'johnny', 'jonathan'], ['joseph', 'joe', 'joey'], ['josephine', 'jo', 'josie'], ['joshua', 'josh'], ['judith', 'judy'], ['kenneth', 'ken', 'kenny'],
  ['kimberley', 'kim'], ['lawrence', 'laurence', 'larry', 'laurie'], ['leonard', 'len', 'lenny', 'leo'], ['lewis', 'louis', 'lou', 'louie'], ['lillian', 'lily', 'lilly'], ['madeleine', 'maddy', 'maddie'],
  ['margaret', 'maggie', 'meg', 'peggy', 'marge'], ['martin', 'marty'], ['matilda', 'tilly'], ['matthew', 'matt', 'matty'], ['maxwell', 'max', 'maximilian'], ['megan', 'meghan'], ['michael', 'mike', 'mick', 'micky', 'mikey'],
  ['mohammed', 'muhammad', 'mohammad', 'mohamed', 'mohamad', 'muhammed', 'mo'], ['natalie', 'nat'], ['natasha', 'tasha'], ['nathaniel', 'nathan', 'nate'], ['nicholas', 'nick', 'nicky'], ['nicola', 'nikki'], ['oliver', 'ollie', 'olly'], ['olivia', 'liv'],
  ['pamela', 'pam'], ['patricia', 'pat', 'trish', 'tricia'], ['patrick', 'paddy'], ['peter', 'pete'], ['philip', 'phillip', 'phil', 'pip'], ['rebecca', 'becky', 'becca', 'bex'], ['richard', 'rick', 'ricky', 'dick', 'rich', 'richie'],
  ['robert', 'rob', 'bob', 'bobby', 'robbie', 'bert'], ['ronald', 'ron', 'ronnie'], ['samuel', 'sam', 'sammy'], ['sarah', 'sara', 'sally', 'sadie'], ['sebastian', 'seb'], ['stephen', 'steven', 'steve', 'stevie'], ['stephanie', 'steph'],
  ['stuart', 'stewart', 'stu'], ['susan', 'sue', 'susie', 'suzanne'], ['sydney', 'sidney', 'sid', 'syd'], ['terence', 'terry'], ['theresa', 'teresa', 'tess'], ['theodore', 'theo'], ['thomas', 'tom', 'tommy'], ['timothy', 'tim', 'timmy'],
  ['victoria', 'vicky', 'vicki', 'tori'], ['victor', 'vic'], ['vincent', 'vince', 'vinny'], ['william', 'will', 'bill', 'billy', 'willy', 'liam'], ['zachary', 'zac', 'zack', 'zach'],
] as const;
const FULL_FORM: ReadonlyMap<string, string> = new Map(SHORT_FORMS.flatMap((forms) => forms.map((form) => [form, forms[0]] as const)));

const LONGEST = 200;

/** Empty where nothing in it is a letter or a figure. */
export const foldName = (name: string): string => name.slice(0, LONGEST).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  .replaceAll(/[ßæœøđðþłħıŋ]/g, (letter) => LETTERS[letter] ?? letter).replaceAll(/['’‘`´]/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

const byWords = (folded: string): string => folded.split(' ').toSorted().join(' ');
const writtenOut = (folded: string): string => folded.split(' ').map((word) => FULL_FORM.get(word) ?? word).join(' ');

/** The keys that a person is kept and searched under: for each name its plain form, and where it has a short form that written out. */
export function nameKeys(names: readonly (string | null)[]): string[] {
  const folded = names.filter((name) => name !== null).map(foldName).filter((key) => key !== '');
  return [...new Set(folded.flatMap((key) => [byWords(key), byWords(writtenOut(key))]))];
}

/** The words that these keys are made of, each once. */
export const wordsIn = (keys: readonly string[]): string[] => [...new Set(keys.flatMap((key) => key.split(' ')))];

/** The same name, its words in any order. */
export const isSameName = (a: string, b: string): boolean => foldName(a) !== '' && byWords(foldName(a)) === byWords(foldName(b));
/** The same once short forms are written out: Liz and Elizabeth. */
export const isSameWrittenOut = (a: string, b: string): boolean => foldName(a) !== '' && byWords(writtenOut(foldName(a))) === byWords(writtenOut(foldName(b)));
/** The same words in another order: Ash Mia and Mia Ash. */
export const isSwapped = (a: string, b: string): boolean => isSameName(a, b) && foldName(a) !== foldName(b);
