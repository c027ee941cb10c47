import type { TeethTexts } from './teeth.js';

export const teeth: TeethTexts = {
  quarters: {
    1: 'Upper right',
    2: 'Upper left',
    3: 'Lower left',
    4: 'Lower right',
    5: 'Upper right',
    6: 'Upper left',
    7: 'Lower left',
    8: 'Lower right',
  },
  permanent: {
    1: ['central incisor', 'This is the permanent tooth next to the midline; it cuts food.'],
    2: ['lateral incisor', 'This is the permanent tooth next to the central incisor; it cuts food.'],
    3: ['canine', 'This is the permanent tooth with the longest root; it tears food.'],
    4: ['first premolar', 'This is the permanent tooth behind the canine; it crushes food.'],
    5: ['second premolar', 'This is the permanent tooth behind the first premolar; it crushes food.'],
    6: [
      'first molar',
      'This permanent tooth comes in at about six years of age; it grinds food, and its deep grooves decay easily.',
    ],
    7: ['second molar', 'This permanent tooth comes in at about twelve years of age; it grinds food.'],
    8: [
      'third molar (wisdom tooth)',
      'This permanent tooth usually comes in during the late teens or later; it may stay hidden or be missing.',
    ],
  },
  milk: {
    1: ['central incisor (baby tooth)', 'This is a baby tooth; a permanent one takes its place.'],
    2: ['lateral incisor (baby tooth)', 'This is a baby tooth; a permanent one takes its place.'],
    3: ['canine (baby tooth)', 'This is a baby tooth; a permanent one takes its place.'],
    4: ['first molar (baby tooth)', 'This is a baby tooth; the first premolar takes its place.'],
    5: ['second molar (baby tooth)', 'This is a baby tooth; the second premolar takes its place.'],
  },
  areas: {
    FM: [
      'Whole mouth',
      'This code means that the whole mouth was treated. It does not stand for a single tooth, so there is no tooth number.',
    ],
    UR: [
      'Upper right quarter',
      'This code means that teeth in the upper right quarter of the mouth were treated. Right and left are from your own point of view, not as seen in a mirror.',
    ],
    UL: [
      'Upper left quarter',
      'This code means that teeth in the upper left quarter of the mouth were treated. Right and left are from your own point of view, not as seen in a mirror.',
    ],
    LL: [
      'Lower left quarter',
      'This code means that teeth in the lower left quarter of the mouth were treated. Right and left are from your own point of view, not as seen in a mirror.',
    ],
    LR: [
      'Lower right quarter',
      'This code means that teeth in the lower right quarter of the mouth were treated. Right and left are from your own point of view, not as seen in a mirror.',
    ],
  },
  between: ' ',
  numbering:
    'The first digit of the number shows the quarter of the mouth, and the second digit counts the teeth from the middle backward; right and left are from your own point of view.',
};
