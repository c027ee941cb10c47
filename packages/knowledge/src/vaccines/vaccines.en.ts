import { entries } from '../entry/entry.js';

/** Vaccines by what they protect against. */
export const vaccines = entries(
  { ask: 'vaccination-site', from: ['cdc-taiwan', 'medlineplus-encyclopedia'], written: '2026-11-30' },
  {
    influenza: {
      name: 'Influenza vaccine',
      text: 'This vaccine protects against influenza and complications such as pneumonia. The virus changes, so a new dose is given each autumn or winter. A sore arm, slight fever or tiredness for a day or two is common.',
    },
    'covid-19': {
      name: 'COVID-19 vaccine',
      text: 'This vaccine protects against COVID-19, above all against severe illness. It is updated from time to time; letters and numbers in the record show the maker or the strain. A sore arm, tiredness or fever for a day or two is common; chest pain, shortness of breath or palpitations need prompt care.',
    },
    'pneumococcal-conjugate': {
      name: 'Pneumococcal conjugate vaccine',
      text: 'This vaccine protects against pneumonia, meningitis and blood infection by pneumococci. The number before the name (13, 15, 20) shows how many types it covers. Young children and older people are the main groups.',
    },
    'pneumococcal-polysaccharide': {
      name: 'Pneumococcal polysaccharide vaccine (23 types)',
      text: 'This vaccine protects against severe pneumococcal infections of 23 types. It is usually for older people or those with a chronic illness, and is sometimes given before or after the conjugate vaccine.',
    },
    'hepatitis-b': {
      name: 'Hepatitis B vaccine',
      text: 'This vaccine protects against hepatitis B and so against chronic hepatitis and liver cancer. Babies get the first dose soon after birth and three doses in all; adults can catch up.',
    },
    'hepatitis-b-immunoglobulin': {
      name: 'Hepatitis B immunoglobulin',
      text: 'These are ready-made antibodies against hepatitis B; they act at once but not for long. They are usually for newborns of mothers who carry the virus, or for people who had contact with it.',
    },
    'hepatitis-a': {
      name: 'Hepatitis A vaccine',
      text: 'This vaccine protects against hepatitis A, which spreads with food. Usually two doses are given at least half a year apart; a sore arm is common.',
    },
    bcg: {
      name: 'BCG',
      text: 'This vaccine protects small children against severe tuberculosis such as meningitis. A small sore that crusts and scars within weeks is the usual reaction; swollen glands or a sore that does not heal need a visit.',
    },
    'dtap-ipv-hib': {
      name: '5-in-1 vaccine (DTaP-IPV-Hib)',
      text: 'This vaccine protects against diphtheria, tetanus, whooping cough, polio and Hib together. It is given to small children in several doses; redness or fever for a day or two is common.',
    },
    'six-in-one': {
      name: '6-in-1 vaccine',
      text: 'This vaccine protects against the five diseases of the 5-in-1 vaccine and hepatitis B. It is given to small children in several doses; fever or redness for a day or two is common.',
    },
    'dtap-ipv': {
      name: '4-in-1 vaccine (diphtheria, tetanus, whooping cough, polio)',
      text: 'This vaccine renews protection against diphtheria, tetanus, whooping cough and polio. It is usually given before school; a sore, swollen arm for some days is common.',
    },
    tdap: {
      name: 'Tetanus, diphtheria and whooping cough vaccine (Tdap)',
      text: 'This vaccine renews protection against tetanus, diphtheria and whooping cough. When it is given in pregnancy, antibodies pass to the baby; a sore arm is common.',
    },
    td: {
      name: 'Tetanus and diphtheria vaccine (Td)',
      text: 'This vaccine renews protection against tetanus and diphtheria, about every ten years or sooner after a wound. A sore arm for some days is common.',
    },
    tetanus: {
      name: 'Tetanus vaccine',
      text: 'This vaccine protects against tetanus from wounds. Whether it is needed after an injury depends on the wound and the last dose.',
    },
    mmr: {
      name: 'Measles, mumps and rubella vaccine (MMR)',
      text: 'This vaccine protects against measles, mumps and rubella; it is a weakened live vaccine. It may cause fever or a rash one to two weeks later; it is not given in pregnancy, and contraception is advised for a while afterwards.',
    },
    varicella: {
      name: 'Chickenpox vaccine',
      text: 'This vaccine protects against chickenpox; it is a weakened live vaccine. It may cause fever or a few spots; it is not given in pregnancy or to people with weak immunity.',
    },
    'japanese-encephalitis': {
      name: 'Japanese encephalitis vaccine',
      text: 'This vaccine protects against Japanese encephalitis, which mosquitoes spread. There are live and inactivated kinds with different numbers of doses; the record shows which one was given.',
    },
    polio: {
      name: 'Polio vaccine',
      text: 'This vaccine protects against polio. Today the injected, inactivated kind is usually used, often combined with others in one injection.',
    },
    hib: {
      name: 'Hib vaccine',
      text: 'This vaccine protects against meningitis and pneumonia by Haemophilus influenzae type b, which is not influenza. It is usually part of the 5-in-1 vaccine.',
    },
    rotavirus: {
      name: 'Rotavirus vaccine',
      text: 'These drops are given by mouth against rotavirus diarrhea of babies and must be finished by a certain age. Crying that does not end, vomiting or blood in the stool needs help at once, because the bowel may have folded into itself.',
    },
    hpv: {
      name: 'HPV vaccine',
      text: 'This vaccine protects against papilloma viruses, and so against cervical and other cancers and warts. The number shows how many types it covers; women still need cervical screening.',
    },
    shingles: {
      name: 'Shingles vaccine',
      text: 'This vaccine protects against shingles and the nerve pain after it, mainly for people from middle age. A sore arm, tiredness or fever for a day or two is fairly common.',
    },
    rabies: {
      name: 'Rabies vaccine',
      text: 'This vaccine protects against rabies after a bite by a suspect animal, or beforehand for people at risk. First wash the wound with soap and water for 15 minutes; all doses should be given on time.',
    },
    meningococcal: {
      name: 'Meningococcal vaccine',
      text: 'This vaccine protects against meningitis and sepsis by meningococci. It is usually for people who study abroad or travel to certain places, or who do not have a working spleen.',
    },
    'yellow-fever': {
      name: 'Yellow fever vaccine',
      text: 'This vaccine protects against yellow fever, which mosquitoes spread; it is a weakened live vaccine, and some countries require proof of it. Older people, pregnant women and people with weak immunity need an assessment first.',
    },
    typhoid: {
      name: 'Typhoid vaccine',
      text: 'This vaccine protects against typhoid, which spreads with food; it is usually given before travel. Protection is not complete, so clean food still matters.',
    },
    'enterovirus-71': {
      name: 'Enterovirus 71 vaccine',
      text: 'This vaccine protects small children against severe illness by enterovirus 71. It does not cover other enteroviruses.',
    },
    mpox: {
      name: 'Mpox vaccine',
      text: 'This vaccine protects against mpox and is for people at risk of contact. Two doses are given; redness and itching at the site are common.',
    },
    rsv: {
      name: 'RSV vaccine or antibody',
      text: 'This vaccine protects against bronchiolitis and pneumonia by RSV. Older people and pregnant women get a vaccine, and babies may get an antibody; the record shows which.',
    },
  },
);
