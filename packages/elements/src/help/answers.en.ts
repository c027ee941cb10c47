import type { Answered } from './answers.js';

export const answersEn: readonly Answered[] = [
  {
    question: 'What is the health passbook?',
    answer:
      'It shows your own visits, drugs, test results, allergies and premiums, which you can request and download. The data comes from the claims that providers send to the NHI. It is not a medical record.',
  },
  {
    question: 'What do I need?',
    answer:
      'You need a card reader and either your NHI card with the password you registered or a Citizen Digital Certificate with its PIN. Without a card reader, use a shared computer at a municipal office, a hospital or an NHI branch.',
  },
  {
    question: 'How long does it take, and how long is the data kept?',
    answer:
      'Usually a few minutes. The data is kept for 7 days and then erased; you can request it again when you need it.',
  },
  {
    question: 'How do I open the file, and what is its password?',
    answer:
      'The easiest way is to use the viewer on this site, on a computer or a phone. The password is your ID number, with the first letter in upper case. The programs that come with the operating system (Windows Explorer, Archive Utility on a Mac, Files on an iPhone) usually cannot open files with this encryption, and might say that the password is wrong even when it is right. Instead, use 7-Zip on Windows, Keka or The Unarchiver on a Mac, and the viewer on an iPhone.',
  },
  {
    question: 'Why is my latest visit missing?',
    answer:
      'It takes time for a claim to be sent and processed, so the last two days are not included yet. If something seems wrong, ask the place where you were treated.',
  },
  {
    question: 'What if I forgot my password?',
    answer:
      'Press “Forgot your password?” on the login page, and insert your NHI card. A one-time password is sent to your mailbox; use it to choose a new password.',
  },
  {
    question: 'What does it cost?',
    answer:
      'Nothing. Do not download your passbook on a computer with file-sharing (P2P) software: your data could leak.',
  },
];
