// Names for families of a rehearsal: trees and plants, so that nobody is, or is like, a real person (staff carry birds' names).

export type Sex = 'she' | 'he';

export const FIRST_NAMES: Record<Sex, readonly string[]> = {
  she: ['Hazel', 'Holly', 'Ivy', 'Fern', 'Heather', 'Bryony', 'Laurel', 'Myrtle', 'Willow', 'Poppy', 'Iris', 'Violet', 'Olive', 'Saffron', 'Clover', 'Marigold', 'Primrose', 'Tansy', 'Senna', 'Juniper', 'Briar', 'Clematis', 'Magnolia', 'Lavender'],
  he: ['Rowan', 'Ash', 'Alder', 'Linden', 'Oakley', 'Reed', 'Aspen', 'Cedar', 'Basil', 'Heath', 'Bay', 'Thorn', 'Sage', 'Elder', 'Larch', 'Hawthorn', 'Moss', 'Sorrel', 'Tamarisk', 'Bracken', 'Fennel', 'Burnet'],
};
export const SURNAMES: readonly string[] = [
  'Elm', 'Ash', 'Birch', 'Beech', 'Thorn', 'Maple', 'Pine', 'Reed', 'Rush', 'Moss', 'Sorrel', 'Hawthorn', 'Bramble', 'Larch', 'Sedge', 'Teasel', 'Yarrow', 'Burdock',
  'Campion', 'Mallow', 'Nettle', 'Bracken', 'Gorse', 'Furze', 'Sallow', 'Osier', 'Poplar', 'Whitebeam', 'Spindle', 'Dogwood', 'Medlar', 'Quince', 'Damson', 'Bullace', 'Sloe',
  'Celandine', 'Speedwell', 'Tormentil', 'Woodruff', 'Bindweed', 'Hornbeam', 'Juniper', 'Cowslip', 'Foxglove', 'Hazelwood', 'Elderfield', 'Ashgrove', 'Lindenlea', 'Rowe-Alder', 'Birch Holm',
];

/** Legal names that a careless field would spoil: plants again, in Welsh, Polish, Urdu, and with apostrophes. */
export const AWKWARD_FIRST_NAMES: Record<Sex, readonly string[]> = {
  she: ['Róża', 'Jaśmina', 'Eirlys', 'Mwyaren-Siân', 'Nargis (نرگس)', 'Yāsmīn', 'Malwa Żaneta', 'D’Ivy', 'Ffion'],
  he: ['Jawor', 'Wiąz', 'Onnen', 'Rhŷs Celyn', 'Shamshād', 'Gulāb (گلاب)', 'Dąbek', "Ja'Rowan", 'Llwyfen'],
};
export const AWKWARD_SURNAMES: readonly string[] = [
  "O'Rowan", 'O’Hawthorn', "D'Aspen", 'Derwen', 'Ffawydden', 'Ysgawen ap Pîn', 'Dąb', 'Brzoza', 'Jarzębina', 'Żarnowiec', 'Łoza', 'Świerk-Olcha', 'Anār', 'Shahtūt', 'Chambelī',
];
