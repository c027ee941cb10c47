import type { Answered } from './answers.js';

export const answersEn: readonly Answered[] = [
  {
    question: 'What is the health passbook?',
    answer:
      'Your own visits, drugs, test results, allergies and premiums, for you to request and download. They come from the claims that providers send to the NHI, and are not a medical record.',
  },
  {
    question: 'What do I need?',
    answer:
      'Your NHI card with the password you registered, or a Citizen Digital Certificate with its PIN; and a card reader. Without a reader, use a shared computer at a municipal office, a hospital or an NHI branch.',
  },
  {
    question: 'How long does it take, and how long is the data kept?',
    answer:
      'Usually a few minutes. The data is kept for 7 days and then erased; you can request it again when you need it.',
  },
  {
    question: 'How do I open the file, and what is its password?',
    answer:
      'The easiest way is the viewer of this site, on a computer or a phone. The password is your ID number, with a capital first letter. The programs that come with the system (Windows Explorer, Archive Utility on a Mac, Files on an iPhone) usually cannot open files with this encryption, and report that the password is wrong: use 7-Zip on Windows, Keka or The Unarchiver on a Mac, and the viewer on an iPhone.',
  },
  {
    question: 'Why is my latest visit missing?',
    answer:
      'Claims take time to arrive, so the last two days are not included yet. If something seems wrong, ask the place where you were treated.',
  },
  {
    question: 'What if I forgot my password?',
    answer:
      'Press “Forgot your password?” beside the login and insert your NHI card. A one-time password is sent to your mailbox; use it to choose a new password.',
  },
  {
    question: 'What does it cost?',
    answer: 'Nothing. Do not download on a computer with file-sharing (P2P) software: your data could leak.',
  },
];
