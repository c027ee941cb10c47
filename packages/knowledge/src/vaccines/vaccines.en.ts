import { entries } from '../entry/entry.js';

/** Explanations of vaccines, keyed by id. */
export const vaccines = entries(
  { ask: 'vaccination-site', from: ['cdc-taiwan', 'medlineplus-encyclopedia'], written: '2026-11-30' },
  {
    influenza: {
      name: 'Influenza vaccine',
      text: 'This vaccine protects against influenza and complications such as pneumonia. The virus changes from year to year, so a new dose is given every year, in fall or winter. A sore arm, a slight fever or tiredness is common for a day or two.',
    },
    'covid-19': {
      name: 'COVID-19 vaccine',
      text: 'This vaccine protects against COVID-19, especially severe illness. The vaccine is updated as the virus changes; letters and numbers in the record show the manufacturer or the strain. A sore arm, tiredness or a fever is common for a day or two; get care promptly if you have chest pain, shortness of breath or palpitations.',
    },
    'pneumococcal-conjugate': {
      name: 'Pneumococcal conjugate vaccine',
      text: 'This vaccine protects against pneumonia, meningitis and blood infections caused by pneumococci. The number in front of the name (13, 15 or 20) shows how many types of pneumococci the vaccine protects against. It is given mainly to young children and older people.',
    },
    'pneumococcal-polysaccharide': {
      name: 'Pneumococcal polysaccharide vaccine (23 types)',
      text: 'This vaccine protects against severe infections caused by 23 types of pneumococci. It is given mainly to older people and people with a chronic illness, sometimes before or after the conjugate vaccine is given.',
    },
    'hepatitis-b': {
      name: 'Hepatitis B vaccine',
      text: 'This vaccine protects against hepatitis B and so lowers the risk of chronic hepatitis and liver cancer. Babies get three doses, the first soon after birth; adults who missed the vaccination can still get it.',
    },
    'hepatitis-b-immunoglobulin': {
      name: 'Hepatitis B immunoglobulin',
      text: 'These are ready-made antibodies against hepatitis B; they work at once but do not last long. They are usually given to newborns whose mothers carry the virus, or to people who have come into contact with it.',
    },
    'hepatitis-a': {
      name: 'Hepatitis A vaccine',
      text: 'This vaccine protects against hepatitis A, which spreads through food and drink. Usually two doses are given at least half a year apart; a sore arm is common.',
    },
    bcg: {
      name: 'BCG',
      text: 'This vaccine protects young children against severe tuberculosis, such as tuberculous meningitis. The usual reaction is a small sore that crusts over and leaves a scar within weeks; see a doctor if the lymph nodes swell or the sore does not heal.',
    },
    'dtap-ipv-hib': {
      name: '5-in-1 vaccine (DTaP-IPV-Hib)',
      text: 'This vaccine protects against diphtheria, tetanus, whooping cough, polio and Hib together. Young children get it in several doses; redness, swelling or a fever is common for a day or two.',
    },
    'six-in-one': {
      name: '6-in-1 vaccine',
      text: 'This vaccine protects against hepatitis B and the five diseases that the 5-in-1 vaccine covers. Young children get it in several doses; redness, swelling or a fever is common for a day or two.',
    },
    'dtap-ipv': {
      name: '4-in-1 vaccine (diphtheria, tetanus, whooping cough, polio)',
      text: 'This vaccine boosts protection against diphtheria, tetanus, whooping cough and polio. It is usually given before a child starts school; a sore, swollen arm for a few days is common.',
    },
    tdap: {
      name: 'Tetanus, diphtheria and whooping cough vaccine (Tdap)',
      text: 'This vaccine boosts protection against tetanus, diphtheria and whooping cough. When the vaccine is given during pregnancy, antibodies pass to the baby; a sore arm is common afterward.',
    },
    td: {
      name: 'Tetanus and diphtheria vaccine (Td)',
      text: 'This vaccine boosts protection against tetanus and diphtheria; it is given about every ten years, or sooner after an injury. It is common to have a sore arm for a few days.',
    },
    tetanus: {
      name: 'Tetanus vaccine',
      text: 'This vaccine protects against tetanus, which can develop when a wound is infected. Whether it is needed after an injury depends on the wound and on when the last dose was given.',
    },
    mmr: {
      name: 'Measles, mumps and rubella vaccine (MMR)',
      text: 'This live, weakened vaccine protects against measles, mumps and rubella. It may cause a fever or rash one to two weeks later; it is not given during pregnancy, and women are advised to avoid pregnancy for a while afterward.',
    },
    varicella: {
      name: 'Chickenpox vaccine',
      text: 'This live, weakened vaccine protects against chickenpox. It may cause a fever or a few spots; it is not given during pregnancy or to people with a weakened immune system.',
    },
    'japanese-encephalitis': {
      name: 'Japanese encephalitis vaccine',
      text: 'This vaccine protects against Japanese encephalitis, which is spread by mosquitoes. There are live and inactivated types with different numbers of doses; the record shows which one was given.',
    },
    polio: {
      name: 'Polio vaccine',
      text: 'This vaccine protects against polio. The inactivated type, which is injected, is now usually used, often combined with other vaccines in one injection.',
    },
    hib: {
      name: 'Hib vaccine',
      text: 'This vaccine protects against meningitis and pneumonia caused by Haemophilus influenzae type b, which is not influenza. It is usually part of the 5-in-1 vaccine.',
    },
    rotavirus: {
      name: 'Rotavirus vaccine',
      text: 'This oral vaccine protects babies against diarrhea caused by rotavirus, and all doses must be given by a certain age. Get help at once if the baby cries constantly, vomits or has blood in the stool, because one part of the bowel may have slid into another.',
    },
    hpv: {
      name: 'HPV vaccine',
      text: 'This vaccine protects against human papillomaviruses, which can cause genital warts, cervical cancer and other cancers. The number shows how many types of the virus the vaccine protects against; women still need cervical cancer screening.',
    },
    shingles: {
      name: 'Shingles vaccine',
      text: 'This vaccine protects against shingles and the nerve pain that can follow it, mainly in middle-aged and older people. A sore arm, tiredness or a fever is fairly common for a day or two.',
    },
    rabies: {
      name: 'Rabies vaccine',
      text: 'This vaccine protects against rabies after a bite from an animal that may be infected; people at high risk can be vaccinated in advance. After a bite, first wash the wound with soap and water for 15 minutes; all doses should be given on time.',
    },
    meningococcal: {
      name: 'Meningococcal vaccine',
      text: 'This vaccine protects against meningitis and sepsis caused by meningococci. It is given mainly to people who study abroad, people who travel to certain areas, and people whose spleen does not work well.',
    },
    'yellow-fever': {
      name: 'Yellow fever vaccine',
      text: 'This live, weakened vaccine protects against yellow fever, which is spread by mosquitoes; some countries require proof of vaccination. Older people, pregnant women and people with a weakened immune system need to be assessed by a doctor first.',
    },
    typhoid: {
      name: 'Typhoid vaccine',
      text: 'This vaccine protects against typhoid, which spreads through food and drink; it is usually given before travel. It does not give full protection, so food hygiene still matters.',
    },
    'enterovirus-71': {
      name: 'Enterovirus 71 vaccine',
      text: 'This vaccine protects young children against severe illness caused by enterovirus 71. It does not protect against other enteroviruses.',
    },
    mpox: {
      name: 'Mpox vaccine',
      text: 'This vaccine protects against mpox and is given to people who may come into contact with the virus. Two doses are given; redness, swelling and itching are common where the injection was given.',
    },
    rsv: {
      name: 'RSV vaccine or antibody',
      text: 'This vaccine or antibody protects against bronchiolitis and pneumonia caused by RSV. Older people and pregnant women get a vaccine, and babies may get an antibody; the record shows which one was given.',
    },
  },
);
