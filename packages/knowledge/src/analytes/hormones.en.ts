import { analyteEntries } from './analyte-entries.js';

/** Thyroid and other hormones, tumour markers. */
export const hormones = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    tsh: {
      name: 'Thyroid-stimulating hormone (TSH)',
      official: 'TSH',
      text: 'The hormone by which the brain’s gland drives the thyroid; it shows best whether the thyroid makes enough. High values occur with an underactive thyroid or too little thyroid tablet; low ones with an overactive one or more tablet. Biotin (B7), acute illness, pregnancy and some drugs change it, so mention them before the draw.',
    },
    'thyroxine-free': {
      name: 'Free thyroxine (free T4)',
      official: 'Free T4',
      text: 'The thyroid hormone that is at work in the blood. High values occur with an overactive thyroid: fast heart, feeling hot, losing weight; low ones with an underactive one: feeling cold, tired, gaining weight. It is read with TSH; biotin (B7) disturbs it.',
    },
    thyroxine: {
      name: 'Thyroxine (T4)',
      official: 'T4',
      text: 'All thyroid hormone T4 in the blood, also what is bound to protein. High values occur with an overactive thyroid, in pregnancy or with estrogens; low ones with an underactive thyroid or little protein. Free T4 and TSH are mostly read instead today.',
    },
    triiodothyronine: {
      name: 'Triiodothyronine (T3)',
      official: 'T3',
      text: 'The total of a stronger thyroid hormone. High values are common with an overactive thyroid; low ones with illness, eating little or an underactive thyroid. It is read with TSH and free T4.',
    },
    'triiodothyronine-free': {
      name: 'Free triiodothyronine (free T3)',
      official: 'Free T3',
      text: 'A stronger thyroid hormone, as far as it is at work in the blood. High values are common with an overactive thyroid; low ones with illness, eating little or an underactive thyroid. It is read with TSH and free T4; biotin (B7) disturbs it.',
    },
    'thyroid-peroxidase-antibody': {
      name: 'Thyroid peroxidase antibody (anti-TPO)',
      official: 'Thyroid peroxidase antibody',
      text: 'An antibody against the thyroid, which shows whether a disorder comes from the immune system. Positive is common with Hashimoto’s thyroiditis, occurs with Graves’ disease, and in some people whose thyroid works well. One test is usually enough; TSH is followed afterwards.',
    },
    'thyroglobulin-antibody': {
      name: 'Thyroglobulin antibody (anti-Tg)',
      official: 'Thyroglobulin antibody',
      text: 'An antibody against the thyroid’s store protein. Positive occurs with immune disorders of the thyroid such as Hashimoto’s thyroiditis. After surgery for thyroid cancer it disturbs the thyroglobulin value, so both are tested together.',
    },
    thyroglobulin: {
      name: 'Thyroglobulin (Tg)',
      official: 'Thyroglobulin',
      text: 'A protein that the thyroid makes, mostly used to follow thyroid cancer after surgery. A rise then makes the physician look for thyroid tissue; without surgery high values occur with goiter or inflammation, and cannot find cancer alone. Antibodies disturb it and are read with it.',
    },
    'tsh-receptor-antibody': {
      name: 'TSH receptor antibody (TRAb)',
      official: 'TSH receptor antibody',
      text: 'An antibody that drives the thyroid, tested to find why it is overactive. Positive is common with Graves’ disease, and tells how likely it is to come back after treatment. In pregnancy it may act on the child, so it is followed.',
    },
    'parathyrin-intact': {
      name: 'Parathyroid hormone (PTH)',
      official: 'Intact parathyroid hormone',
      text: 'The hormone that keeps blood calcium in balance. High values occur with too little vitamin D, kidney disease or overactive parathyroid glands; low ones after surgery of these glands or with high calcium. It is read with calcium, phosphate and vitamin D of the same day.',
    },
    cortisol: {
      name: 'Cortisol',
      text: 'The stress hormone of the adrenal glands: highest in the morning, lowest at night, so the hour of the draw matters. High values occur with stress, illness, pregnancy, the pill or adrenal disorders; low ones after long use of steroids or with weak adrenal glands. Mention steroids of any kind, also creams, inhalers and unknown powders.',
    },
    insulin: {
      name: 'Insulin',
      text: 'The hormone that moves sugar into cells, usually drawn fasting. High values occur when the body responds less to it, with overweight or injected insulin; low ones when the pancreas makes too little. It is read with blood sugar of the same moment; in people who inject it, C-peptide is read instead.',
    },
    'c-peptide': {
      name: 'C-peptide',
      text: 'A piece released together with insulin: how much insulin the body still makes itself, whatever is injected. Low values occur with type 1 diabetes or after many years; high ones when the body responds less to insulin or with weak kidneys. It is read with blood sugar of the same moment.',
      from: ['medlineplus-tests', 'niddk'],
    },
    prolactin: {
      name: 'Prolactin',
      text: 'The hormone by which the brain’s gland lets breasts make milk. High values occur in pregnancy and nursing, with stress, sleep, some stomach or psychiatric drugs, an underactive thyroid or disorders of the gland; low ones usually carry no meaning. It is best drawn rested, some hours after getting up.',
    },
    lutropin: {
      name: 'Luteinizing hormone (LH)',
      official: 'LH',
      text: 'The hormone by which the brain’s gland drives ovulation and testicles. In women it changes much in the cycle, peaks before ovulation and stays high after menopause; in men high values occur with weak testicles. The day of the cycle matters, and FSH is read with it.',
    },
    follitropin: {
      name: 'Follicle-stimulating hormone (FSH)',
      official: 'FSH',
      text: 'The hormone by which the brain’s gland drives ovaries and sperm. In women it rises around menopause and hints at how much the ovaries hold; in men high values occur with weak testicles. It is mostly drawn on day two or three of the cycle, and read with other hormones.',
    },
    estradiol: {
      name: 'Estradiol (E2)',
      official: 'Estradiol',
      text: 'The main female hormone. In women it changes much with the cycle, pregnancy and menopause; in men high values occur with liver disease, overweight or drugs. The day of the cycle and any hormones taken are needed to read it.',
    },
    progesterone: {
      name: 'Progesterone',
      text: 'A hormone that rises after ovulation and in pregnancy. High in the second half of the cycle, it means that ovulation is likely; low, that there may have been none. Drugs with progesterone change it, and the day of the cycle matters.',
    },
    testosterone: {
      name: 'Testosterone',
      text: 'The main male hormone, of which women have a little. In men low values occur with age, weight, long illness or disorders of testicles or the brain’s gland; in women high ones with polycystic ovaries. It is highest in the morning, and a low value is repeated.',
    },
    'choriogonadotropin-beta': {
      name: 'Pregnancy hormone (β-hCG)',
      official: 'β-hCG',
      text: 'The hormone of the placenta, which confirms and follows early pregnancy. Numbers differ widely; the change after two days tells more than one value, and a high value without pregnancy makes the physician look further. Strong pain or bleeding in pregnancy needs care at once.',
      ask: 'soon',
    },
    'alpha-fetoprotein': {
      name: 'Alpha-fetoprotein (AFP)',
      official: 'AFP',
      text: 'A marker of liver tumors, followed together with ultrasound in people with hepatitis B, C or cirrhosis. High values occur with liver cancer, flares of hepatitis, growing liver cells, pregnancy or germ cell tumors; a low one does not rule it out. Its course and the ultrasound count.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'carcinoembryonic-antigen': {
      name: 'Carcinoembryonic antigen (CEA)',
      official: 'CEA',
      text: 'A tumor marker, mostly used to follow bowel cancer and others after treatment. High values occur with tumors of bowel, lung, stomach or breast, and with smoking, liver disease or inflamed bowels; a low one does not rule them out. It does not suit screening alone.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-125': {
      name: 'Tumor marker CA 125',
      official: 'CA 125',
      text: 'A marker mostly used to follow ovarian cancer. High values occur with it, and often with endometriosis, menstruation, pregnancy, pelvic inflammation or fluid in the belly from cirrhosis; a low one does not rule it out. Menstruation raises it, so another day is better.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-15-3': {
      name: 'Tumor marker CA 15-3',
      official: 'CA 15-3',
      text: 'A marker mostly used to follow treatment of breast cancer. High values occur when it has spread, and with benign breast disease, liver disease or pregnancy; early breast cancer often shows none, so it does not suit screening. Its course counts.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-19-9': {
      name: 'Tumor marker CA 19-9',
      official: 'CA 19-9',
      text: 'A marker mostly used to follow cancer of pancreas and bile ducts. High values occur with these, and often with blocked bile ducts, gallstones, inflamed pancreas or liver disease; some people cannot make it, so a low one rules nothing out. It does not suit screening alone.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'psa-total': {
      name: 'Prostate value (PSA)',
      official: 'PSA',
      text: 'A protein that the prostate makes. High values occur with an enlarged or inflamed prostate, infection or cancer, and after ejaculation, cycling, a catheter or an examination; finasteride and dutasteride lower it, which is allowed for. Avoid ejaculation and long cycling for two days before.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'psa-free': {
      name: 'Free PSA',
      text: 'PSA that is not bound to protein; when total PSA lies between low and high, it helps to decide on a biopsy. A lower free share makes cancer somewhat more likely, a higher one an enlarged prostate. The share is worked out with total PSA.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'scc-antigen': {
      name: 'Squamous cell marker (SCC)',
      official: 'SCC antigen',
      text: 'A marker mostly used to follow squamous cell cancer of cervix, head, neck or lung. High values also occur with skin disease, weak kidneys or inflamed lungs; a low one rules nothing out. Skin or saliva in the sample makes it look high.',
      from: ['nci-tumor-markers'],
    },
  },
);
