import { analyteEntries } from './analyte-entries.js';

/** Thyroid and other hormones, tumor markers. */
export const hormones = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    tsh: {
      name: 'Thyroid-stimulating hormone (TSH)',
      official: 'TSH',
      text: 'This is the hormone with which the pituitary gland controls the thyroid; it shows best whether the thyroid makes enough hormone. High values occur with an underactive thyroid or too low a dose of thyroid tablets; low values occur with an overactive thyroid or a higher dose. Biotin (B7), acute illness, pregnancy and some drugs change it, so mention them before the blood draw.',
    },
    'thyroxine-free': {
      name: 'Free thyroxine (free T4)',
      official: 'Free T4',
      text: 'This is the thyroid hormone that is active in the blood. High values occur with an overactive thyroid, which causes a fast heartbeat, feeling hot and weight loss; low values occur with an underactive thyroid, which causes feeling cold, tiredness and weight gain. It is read together with TSH; biotin (B7) interferes with the test.',
    },
    thyroxine: {
      name: 'Thyroxine (T4)',
      official: 'T4',
      text: 'This is all the thyroid hormone T4 in the blood, including what is bound to protein. High values occur with an overactive thyroid, in pregnancy or with estrogens; low values occur with an underactive thyroid or little protein. Today free T4 and TSH are usually used instead.',
    },
    triiodothyronine: {
      name: 'Triiodothyronine (T3)',
      official: 'T3',
      text: 'This is the total of a stronger thyroid hormone. High values are common with an overactive thyroid; low values are common with illness, eating little or an underactive thyroid. It is read together with TSH and free T4.',
    },
    'triiodothyronine-free': {
      name: 'Free triiodothyronine (free T3)',
      official: 'Free T3',
      text: 'This is the active part of a stronger thyroid hormone in the blood. High values are common with an overactive thyroid; low values are common with illness, eating little or an underactive thyroid. It is read together with TSH and free T4; biotin (B7) interferes with the test.',
    },
    'thyroid-peroxidase-antibody': {
      name: 'Thyroid peroxidase antibody (anti-TPO)',
      official: 'Thyroid peroxidase antibody',
      text: 'This is an antibody against the thyroid, which shows whether a disorder comes from the immune system. A positive result is common with Hashimoto’s thyroiditis; it also occurs with Graves’ disease, and in some people whose thyroid works well. One test is usually enough; TSH is monitored afterwards.',
    },
    'thyroglobulin-antibody': {
      name: 'Thyroglobulin antibody (anti-Tg)',
      official: 'Thyroglobulin antibody',
      text: 'This is an antibody against the thyroid’s store protein. A positive result occurs with immune disorders of the thyroid such as Hashimoto’s thyroiditis. After surgery for thyroid cancer it interferes with the thyroglobulin value, so both are tested together.',
    },
    thyroglobulin: {
      name: 'Thyroglobulin (Tg)',
      official: 'Thyroglobulin',
      text: 'This is a protein that the thyroid makes, usually used to monitor thyroid cancer after surgery. If it rises then, the physician looks for remaining thyroid tissue; without surgery, high values occur with goiter or inflammation, and the value alone cannot find cancer. Antibodies interfere with it and are read together with it.',
    },
    'tsh-receptor-antibody': {
      name: 'TSH receptor antibody (TRAb)',
      official: 'TSH receptor antibody',
      text: 'This is an antibody that stimulates the thyroid, tested to find out why it is overactive. A positive result is common with Graves’ disease, and shows how likely the disease is to return after treatment. In pregnancy it may affect the child, so it is monitored.',
    },
    'parathyrin-intact': {
      name: 'Parathyroid hormone (PTH)',
      official: 'Intact parathyroid hormone',
      text: 'This is the hormone that keeps blood calcium in balance. High values occur with too little vitamin D, kidney disease or overactive parathyroid glands; low values occur after surgery of these glands or with high calcium. It is read together with calcium, phosphate and vitamin D of the same day.',
    },
    cortisol: {
      name: 'Cortisol',
      text: 'This is the stress hormone of the adrenal glands; it is highest in the morning and lowest at night, so the time of the blood draw matters. High values occur with stress, illness, pregnancy, the pill or adrenal disorders; low values occur after long use of steroids or with weak adrenal glands. Mention steroids of any kind, also creams, inhalers and unknown powders.',
    },
    insulin: {
      name: 'Insulin',
      text: 'This is the hormone that moves sugar into cells, usually drawn fasting. High values occur when the body responds less to insulin, with overweight, or with injected insulin; low values occur when the pancreas makes too little. It is read together with blood sugar of the same moment; in people who inject insulin, C-peptide is read instead.',
    },
    'c-peptide': {
      name: 'C-peptide',
      text: 'This is a fragment released together with insulin; it shows how much insulin the body still makes itself, even in people who inject insulin. Low values occur with type 1 diabetes or after many years; high values occur when the body responds less to insulin or with weak kidneys. It is read together with blood sugar of the same moment.',
      from: ['medlineplus-tests', 'niddk'],
    },
    prolactin: {
      name: 'Prolactin',
      text: 'This is the hormone with which the pituitary gland makes the breasts produce milk. High values occur in pregnancy and breastfeeding, with stress, sleep, some stomach or psychiatric drugs, an underactive thyroid or disorders of the gland; low values usually mean nothing in particular. It is best drawn when rested, some hours after getting up.',
    },
    lutropin: {
      name: 'Luteinizing hormone (LH)',
      official: 'LH',
      text: 'This is the hormone with which the pituitary gland controls ovulation and the testicles. In women it changes a lot in the cycle, peaks before ovulation and stays high after menopause; in men high values occur with weak testicles. The day of the cycle matters, and it is read together with FSH.',
    },
    follitropin: {
      name: 'Follicle-stimulating hormone (FSH)',
      official: 'FSH',
      text: 'This is the hormone with which the pituitary gland controls the ovaries and sperm. In women it rises around menopause and hints at how many eggs are left in the ovaries; in men high values occur with weak testicles. It is usually drawn on day two or three of the cycle, and read together with other hormones.',
    },
    estradiol: {
      name: 'Estradiol (E2)',
      official: 'Estradiol',
      text: 'This is the main female hormone. In women it changes a lot with the cycle, pregnancy and menopause; in men high values occur with liver disease, overweight or drugs. The day of the cycle and any hormones taken must be known to understand it.',
    },
    progesterone: {
      name: 'Progesterone',
      text: 'This is a hormone that rises after ovulation and in pregnancy. A high value in the second half of the cycle means that ovulation is likely; a low one, that there may have been none. Drugs with progesterone change it, and the day of the cycle matters.',
    },
    testosterone: {
      name: 'Testosterone',
      text: 'This is the main male hormone, of which women have a little. In men low values occur with age, weight, chronic illness or disorders of the testicles or the pituitary gland; in women high values occur with polycystic ovaries. It is highest in the morning, and a low value is repeated.',
    },
    'choriogonadotropin-beta': {
      name: 'Pregnancy hormone (β-hCG)',
      official: 'β-hCG',
      text: 'This is the hormone of the placenta, which confirms early pregnancy and shows how it develops. Numbers differ widely; the change after two days says more than a single value, and if a value is high without pregnancy, the physician looks for another cause. Strong pain or bleeding in pregnancy needs care at once.',
      ask: 'soon',
    },
    'alpha-fetoprotein': {
      name: 'Alpha-fetoprotein (AFP)',
      official: 'AFP',
      text: 'This is a marker of liver tumors, monitored together with ultrasound in people with hepatitis B or C or cirrhosis. High values occur with liver cancer, flares of hepatitis, regrowing liver cells, pregnancy or germ cell tumors; a low value does not rule it out. How it changes over time and the ultrasound are what count.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'carcinoembryonic-antigen': {
      name: 'Carcinoembryonic antigen (CEA)',
      official: 'CEA',
      text: 'This is a tumor marker, usually used to monitor bowel cancer and other cancers after treatment. High values occur with tumors of bowel, lung, stomach or breast, and with smoking, liver disease or inflamed bowels; a low value does not rule them out. It is not suitable for screening alone.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-125': {
      name: 'Tumor marker CA 125',
      official: 'CA 125',
      text: 'This is a marker usually used to monitor ovarian cancer. High values occur with this cancer, and often with endometriosis, menstruation, pregnancy, pelvic inflammation or fluid in the belly from cirrhosis; a low value does not rule it out. Menstruation raises it, so another day is better.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-15-3': {
      name: 'Tumor marker CA 15-3',
      official: 'CA 15-3',
      text: 'This is a marker usually used to monitor the treatment of breast cancer. High values occur when the cancer has spread, and with benign breast disease, liver disease or pregnancy; early breast cancer often does not raise it, so it is not suitable for screening. How it changes over time is what counts.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-19-9': {
      name: 'Tumor marker CA 19-9',
      official: 'CA 19-9',
      text: 'This is a marker usually used to monitor cancer of the pancreas and bile ducts. High values occur with these, and often with blocked bile ducts, gallstones, inflamed pancreas or liver disease; some people cannot make it, so a low value rules nothing out. It is not suitable for screening alone.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'psa-total': {
      name: 'Prostate value (PSA)',
      official: 'PSA',
      text: 'This is a protein that the prostate makes. High values occur with an enlarged or inflamed prostate, infection or cancer, and after ejaculation, cycling, a catheter or an examination; finasteride and dutasteride lower it, which the physician takes into account. Avoid ejaculation and long cycling for two days before.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'psa-free': {
      name: 'Free PSA',
      text: 'This is PSA that is not bound to protein; when total PSA lies between low and high, it helps to decide on a biopsy. A lower free share makes cancer somewhat more likely, a higher one an enlarged prostate. The share is calculated from total PSA.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'scc-antigen': {
      name: 'Squamous cell marker (SCC)',
      official: 'SCC antigen',
      text: 'This is a marker usually used to monitor squamous cell cancer of the cervix, head, neck or lung. High values also occur with skin disease, weak kidneys or inflamed lungs; a low value rules nothing out. Skin or saliva in the sample makes it look high.',
      from: ['nci-tumor-markers'],
    },
  },
);
