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
    1: [
      'central incisor',
      'This is the permanent tooth next to the midline of the mouth; you use it to cut food.',
    ],
    2: [
      'lateral incisor',
      'This is the permanent tooth next to the central incisor; you use it to cut food.',
    ],
    3: ['canine', 'This is the permanent tooth with the longest root; you use it to tear food.'],
    4: ['first premolar', 'This is the permanent tooth behind the canine; you use it to crush food.'],
    5: [
      'second premolar',
      'This is the permanent tooth behind the first premolar; you use it to crush food.',
    ],
    6: [
      'first molar',
      'This permanent tooth comes in at about six years of age. You use it to grind food, and its deep grooves decay easily.',
    ],
    7: [
      'second molar',
      'This permanent tooth comes in at about twelve years of age. You use it to grind food.',
    ],
    8: [
      'third molar (wisdom tooth)',
      'This permanent tooth usually comes in during the late teens or later; it may remain hidden in the jaw or never form.',
    ],
  },
  milk: {
    1: ['central incisor (baby tooth)', 'This is a baby tooth; a permanent tooth takes its place.'],
    2: ['lateral incisor (baby tooth)', 'This is a baby tooth; a permanent tooth takes its place.'],
    3: ['canine (baby tooth)', 'This is a baby tooth; a permanent tooth takes its place.'],
    4: ['first molar (baby tooth)', 'This is a baby tooth; the first premolar takes its place.'],
    5: ['second molar (baby tooth)', 'This is a baby tooth; the second premolar takes its place.'],
  },
  areas: {
    FM: [
      'Whole mouth',
      'This code means that the whole mouth was treated. The code does not stand for a single tooth, so no tooth number is given.',
    ],
    UR: [
      'Upper right quarter',
      'This code means that teeth in the upper right quarter of the mouth were treated. Right and left are as seen from your own point of view, not as seen in a mirror.',
    ],
    UL: [
      'Upper left quarter',
      'This code means that teeth in the upper left quarter of the mouth were treated. Right and left are as seen from your own point of view, not as seen in a mirror.',
    ],
    LL: [
      'Lower left quarter',
      'This code means that teeth in the lower left quarter of the mouth were treated. Right and left are as seen from your own point of view, not as seen in a mirror.',
    ],
    LR: [
      'Lower right quarter',
      'This code means that teeth in the lower right quarter of the mouth were treated. Right and left are as seen from your own point of view, not as seen in a mirror.',
    ],
  },
  between: ' ',
  numbering:
    'The first digit of the tooth number shows the quarter of the mouth, and the second digit shows the tooth’s position, counted from the midline backward. Right and left are as seen from your own point of view.',
};
