/**
 * English names of those ICD-10-CM categories (three characters) that occur most often in Taiwan's claims. The
 * names follow the classification of the US National Center for Health Statistics (public domain). Because
 * files contain diagnoses in Chinese, these names tell a physician abroad at least the category of each
 * diagnosis. A caller that has names for all codes passes them as `terms`.
 */
const categories = `
A04 Other bacterial intestinal infections|A08 Viral and other specified intestinal infections
A09 Infectious gastroenteritis and colitis, unspecified|A15 Respiratory tuberculosis|A41 Other sepsis
A49 Bacterial infection of unspecified site|A90 Dengue fever|B00 Herpesviral infections|B01 Varicella|B02 Zoster
B07 Viral warts|B08 Other viral infections with skin and mucous membrane lesions|B16 Acute hepatitis B
B17 Other acute viral hepatitis|B18 Chronic viral hepatitis|B20 Human immunodeficiency virus disease
B34 Viral infection of unspecified site|B35 Dermatophytosis|B37 Candidiasis|B86 Scabies
C16 Malignant neoplasm of stomach|C18 Malignant neoplasm of colon|C20 Malignant neoplasm of rectum
C22 Malignant neoplasm of liver and intrahepatic bile ducts|C25 Malignant neoplasm of pancreas
C34 Malignant neoplasm of bronchus and lung|C44 Other malignant neoplasm of skin|C50 Malignant neoplasm of breast
C53 Malignant neoplasm of cervix uteri|C54 Malignant neoplasm of corpus uteri|C56 Malignant neoplasm of ovary
C61 Malignant neoplasm of prostate|C67 Malignant neoplasm of bladder|C73 Malignant neoplasm of thyroid gland
C78 Secondary malignant neoplasm of respiratory and digestive organs|C79 Secondary malignant neoplasm of other sites
D12 Benign neoplasm of colon, rectum and anus|D17 Benign lipomatous neoplasm|D22 Melanocytic nevi
D25 Leiomyoma of uterus|D50 Iron deficiency anemia|D56 Thalassemia|D64 Other anemias|D69 Purpura and other hemorrhagic conditions
E03 Other hypothyroidism|E04 Other nontoxic goiter|E05 Thyrotoxicosis|E06 Thyroiditis|E10 Type 1 diabetes mellitus
E11 Type 2 diabetes mellitus|E13 Other specified diabetes mellitus|E16 Other disorders of pancreatic internal secretion
E55 Vitamin D deficiency|E66 Overweight and obesity|E78 Disorders of lipoprotein metabolism and other lipidemias
E79 Disorders of purine and pyrimidine metabolism|E86 Volume depletion|E87 Other disorders of fluid, electrolyte and acid-base balance
F01 Vascular dementia|F03 Unspecified dementia|F10 Alcohol related disorders|F17 Nicotine dependence|F20 Schizophrenia
F31 Bipolar disorder|F32 Depressive episode|F33 Major depressive disorder, recurrent|F34 Persistent mood disorders
F41 Other anxiety disorders|F43 Reaction to severe stress, and adjustment disorders|F51 Sleep disorders not due to a substance
F84 Pervasive developmental disorders|F90 Attention-deficit hyperactivity disorders|G20 Parkinson's disease
G30 Alzheimer's disease|G40 Epilepsy and recurrent seizures|G43 Migraine|G44 Other headache syndromes
G45 Transient cerebral ischemic attacks and related syndromes|G47 Sleep disorders|G51 Facial nerve disorders
G56 Mononeuropathies of upper limb|G62 Other and unspecified polyneuropathies|H00 Hordeolum and chalazion
H01 Other inflammation of eyelid|H02 Other disorders of eyelid|H04 Disorders of lacrimal system|H10 Conjunctivitis
H11 Other disorders of conjunctiva|H16 Keratitis|H25 Age-related cataract|H26 Other cataract|H35 Other retinal disorders
H40 Glaucoma|H43 Disorders of vitreous body|H52 Disorders of refraction and accommodation|H60 Otitis externa
H61 Other disorders of external ear|H65 Nonsuppurative otitis media|H66 Suppurative and unspecified otitis media
H81 Disorders of vestibular function|H90 Conductive and sensorineural hearing loss|H91 Other and unspecified hearing loss
I10 Essential (primary) hypertension|I11 Hypertensive heart disease|I12 Hypertensive chronic kidney disease
I13 Hypertensive heart and chronic kidney disease|I20 Angina pectoris|I21 Acute myocardial infarction
I25 Chronic ischemic heart disease|I34 Nonrheumatic mitral valve disorders|I42 Cardiomyopathy
I44 Atrioventricular and left bundle-branch block|I47 Paroxysmal tachycardia|I48 Atrial fibrillation and flutter
I49 Other cardiac arrhythmias|I50 Heart failure|I60 Nontraumatic subarachnoid hemorrhage
I61 Nontraumatic intracerebral hemorrhage|I63 Cerebral infarction|I65 Occlusion and stenosis of precerebral arteries
I67 Other cerebrovascular diseases|I69 Sequelae of cerebrovascular disease|I70 Atherosclerosis
I73 Other peripheral vascular diseases|I80 Phlebitis and thrombophlebitis|I83 Varicose veins of lower extremities
I87 Other disorders of veins|I95 Hypotension|J00 Acute nasopharyngitis [common cold]|J01 Acute sinusitis
J02 Acute pharyngitis|J03 Acute tonsillitis|J04 Acute laryngitis and tracheitis
J06 Acute upper respiratory infections of multiple and unspecified sites|J09 Influenza due to certain identified influenza viruses
J10 Influenza due to other identified influenza virus|J11 Influenza due to unidentified influenza virus
J12 Viral pneumonia|J15 Bacterial pneumonia|J18 Pneumonia, unspecified organism|J20 Acute bronchitis|J21 Acute bronchiolitis
J30 Vasomotor and allergic rhinitis|J31 Chronic rhinitis, nasopharyngitis and pharyngitis|J32 Chronic sinusitis
J34 Other disorders of nose and nasal sinuses|J40 Bronchitis, not specified as acute or chronic|J42 Unspecified chronic bronchitis
J43 Emphysema|J44 Other chronic obstructive pulmonary disease|J45 Asthma|J98 Other respiratory disorders
K00 Disorders of tooth development and eruption|K01 Embedded and impacted teeth|K02 Dental caries
K03 Other diseases of hard tissues of teeth|K04 Diseases of pulp and periapical tissues|K05 Gingivitis and periodontal diseases
K08 Other disorders of teeth and supporting structures|K12 Stomatitis and related lesions|K20 Esophagitis
K21 Gastro-esophageal reflux disease|K25 Gastric ulcer|K26 Duodenal ulcer|K27 Peptic ulcer, site unspecified
K29 Gastritis and duodenitis|K30 Functional dyspepsia|K35 Acute appendicitis|K40 Inguinal hernia|K50 Crohn's disease
K51 Ulcerative colitis|K52 Other noninfective gastroenteritis and colitis|K57 Diverticular disease of intestine
K58 Irritable bowel syndrome|K59 Other functional intestinal disorders|K60 Fissure and fistula of anal and rectal regions
K62 Other diseases of anus and rectum|K63 Other diseases of intestine|K64 Hemorrhoids and perianal venous thrombosis
K70 Alcoholic liver disease|K73 Chronic hepatitis|K74 Fibrosis and cirrhosis of liver|K76 Other diseases of liver
K80 Cholelithiasis|K81 Cholecystitis|K85 Acute pancreatitis|L01 Impetigo|L02 Cutaneous abscess, furuncle and carbuncle
L03 Cellulitis and acute lymphangitis|L08 Other local infections of skin|L20 Atopic dermatitis|L21 Seborrheic dermatitis
L23 Allergic contact dermatitis|L24 Irritant contact dermatitis|L25 Unspecified contact dermatitis
L28 Lichen simplex chronicus and prurigo|L29 Pruritus|L30 Other and unspecified dermatitis|L40 Psoriasis|L50 Urticaria
L60 Nail disorders|L65 Other nonscarring hair loss|L70 Acne|L72 Follicular cysts of skin|L84 Corns and callosities
L89 Pressure ulcer|M05 Rheumatoid arthritis with rheumatoid factor|M06 Other rheumatoid arthritis|M10 Gout|M13 Other arthritis
M15 Polyosteoarthritis|M16 Osteoarthritis of hip|M17 Osteoarthritis of knee|M19 Other and unspecified osteoarthritis
M25 Other joint disorder|M32 Systemic lupus erythematosus|M35 Other systemic involvement of connective tissue
M43 Other deforming dorsopathies|M45 Ankylosing spondylitis|M47 Spondylosis|M48 Other spondylopathies|M50 Cervical disc disorders
M51 Thoracic, thoracolumbar and lumbosacral disc disorders|M54 Dorsalgia|M62 Other disorders of muscle|M65 Synovitis and tenosynovitis
M70 Soft tissue disorders related to use, overuse and pressure|M72 Fibroblastic disorders|M75 Shoulder lesions
M76 Enthesopathies of lower limb|M77 Other enthesopathies|M79 Other soft tissue disorders
M80 Osteoporosis with current pathological fracture|M81 Osteoporosis without current pathological fracture
N04 Nephrotic syndrome|N10 Acute pyelonephritis|N17 Acute kidney failure|N18 Chronic kidney disease
N20 Calculus of kidney and ureter|N30 Cystitis|N32 Other disorders of bladder|N39 Other disorders of urinary system
N40 Benign prostatic hyperplasia|N41 Inflammatory diseases of prostate|N60 Benign mammary dysplasia|N63 Unspecified lump in breast
N72 Inflammatory disease of cervix uteri|N76 Other inflammation of vagina and vulva|N80 Endometriosis
N83 Noninflammatory disorders of ovary, fallopian tube and broad ligament|N91 Absent, scanty and rare menstruation
N92 Excessive, frequent and irregular menstruation|N94 Pain associated with female genital organs and menstrual cycle
N95 Menopausal and other perimenopausal disorders|O80 Encounter for full-term uncomplicated delivery
O82 Encounter for cesarean delivery without indication|R00 Abnormalities of heart beat|R04 Hemorrhage from respiratory passages
R05 Cough|R06 Abnormalities of breathing|R07 Pain in throat and chest|R10 Abdominal and pelvic pain|R11 Nausea and vomiting
R19 Other symptoms involving the digestive system and abdomen|R21 Rash and other nonspecific skin eruption
R25 Abnormal involuntary movements|R31 Hematuria|R35 Polyuria|R42 Dizziness and giddiness|R50 Fever of other and unknown origin
R51 Headache|R53 Malaise and fatigue|R55 Syncope and collapse|R60 Edema|R73 Elevated blood glucose level
R74 Abnormal serum enzyme levels|R80 Proteinuria|R91 Abnormal findings on diagnostic imaging of lung
S00 Superficial injury of head|S01 Open wound of head|S06 Intracranial injury|S13 Dislocation and sprain of joints at neck level
S22 Fracture of ribs, sternum and thoracic spine|S32 Fracture of lumbar spine and pelvis|S42 Fracture of shoulder and upper arm
S52 Fracture of forearm|S60 Superficial injury of wrist, hand and fingers|S61 Open wound of wrist, hand and fingers
S62 Fracture at wrist and hand level|S72 Fracture of femur|S80 Superficial injury of knee and lower leg
S82 Fracture of lower leg, including ankle|S83 Dislocation and sprain of joints of knee|S90 Superficial injury of ankle, foot and toes
S92 Fracture of foot and toe|S93 Dislocation and sprain of joints at ankle and foot level|T14 Injury of unspecified body region
T78 Adverse effects, not elsewhere classified|U07 Emergency use codes, among them COVID-19
Z00 Encounter for general examination without complaint|Z01 Encounter for other special examination
Z09 Encounter for follow-up examination after completed treatment|Z12 Encounter for screening for malignant neoplasms
Z23 Encounter for immunization|Z34 Encounter for supervision of normal pregnancy|Z38 Liveborn infants
Z48 Encounter for other postprocedural aftercare|Z51 Encounter for other aftercare and medical care
Z79 Long term (current) drug therapy|Z85 Personal history of malignant neoplasm|Z95 Presence of cardiac and vascular implants
Z96 Presence of other functional implants|Z98 Other postprocedural states
`;

let names: ReadonlyMap<string, string> | null = null;

/**
 * Returns the English name of the category to which an ICD-10-CM code belongs; `undefined` if the table does
 * not contain the category.
 */
export function diagnosisCategory(code: string): string | undefined {
  names ??= new Map(
    categories
      .trim()
      .split(/[|\n]/)
      .map((row) => [row.slice(0, 3), row.slice(4)] as const),
  );
  return names.get(code.slice(0, 3));
}
