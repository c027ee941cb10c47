import type { LocalDate } from '../../identity/index.js';
import type { Passbook } from '../model.js';
import { listMedications } from '../views/medications.js';
import { listEncounters } from '../views/encounters.js';
import { addConditions, addMedicationStatements, addProcedures } from './claims.js';
import type { ResourceCollector } from './collector.js';
import { addCheckups, addLaboratoryResults, addReports, addScreenings } from './observations.js';
import { addAdvanceDirectives, addAllergies, addImmunizations, caution } from './person.js';
import { coding, compact, narrative, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

/** An International Patient Summary (IPS 2.0): a document of the sections that a passbook can fill. */

interface SummarySection {
  readonly loinc: string;
  readonly display: string;
  readonly title: string;
  /** Stands in every IPS, if need be with the reason why it is empty. */
  readonly required?: true;
  readonly entries: readonly JsonObject[];
  readonly lines: readonly string[];
}

const line = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('　');

/** Adds everything the document refers to, and the composition before all of it. */
export function addSummary(
  passbook: Passbook,
  today: LocalDate,
  timestamp: string,
  resources: ResourceCollector,
): JsonObject {
  const { r4, r5, r6, r7, r8, r10, r11 } = passbook.sections;
  const medications = listMedications(passbook, { today });
  const sections: SummarySection[] = [
    {
      loinc: '11450-4',
      display: 'Problem list - Reported',
      title: '診斷（依申報資料）',
      required: true,
      entries: addConditions(passbook, resources),
      lines: problemLines(passbook),
    },
    {
      loinc: '48765-2',
      display: 'Allergies and adverse reactions Document',
      title: '過敏',
      required: true,
      entries: addAllergies(passbook, resources),
      lines: r4.map((each) => line(each.recordedOn, each.substance, each.severity, each.manifestation)),
    },
    {
      loinc: '10160-0',
      display: 'History of Medication use Narrative',
      title: '用藥',
      required: true,
      entries: addMedicationStatements(passbook, today, resources),
      lines: [...medications.current, ...medications.past].map((each) =>
        line(each.display, each.code, each.runsOutOn === null ? null : `供應至 ${each.runsOutOn}`),
      ),
    },
    {
      loinc: '11369-6',
      display: 'History of Immunization note',
      title: '預防接種',
      entries: addImmunizations(passbook, resources),
      lines: r6.map((each) => line(each.occurredOn, each.vaccine, each.lotNumber)),
    },
    {
      loinc: '47519-4',
      display: 'History of Procedures Document',
      title: '手術與處置',
      entries: addProcedures(passbook, resources),
      lines: listEncounters(passbook).flatMap(({ date, procedures }) =>
        procedures.map(({ code, display }) => line(date, display, code)),
      ),
    },
    {
      loinc: '30954-2',
      display: 'Relevant diagnostic tests/laboratory data note',
      title: '檢驗、檢查與篩檢',
      entries: [
        ...addLaboratoryResults(passbook, resources),
        ...addReports(passbook, resources),
        ...addCheckups(passbook, resources),
        ...addScreenings(passbook, resources),
      ],
      lines: [
        ...r7.map((each) => line(each.date, each.analyte, each.value, each.referenceRange)),
        ...r8.map((each) => line(each.date, each.order.display, each.text)),
        ...r10.map((each) => line(each.date, '成人預防保健', each.performer.name)),
        ...r11.flatMap(({ examination, results }) =>
          results.map((each) => line(each.occurredOn, examination, each.result)),
        ),
      ],
    },
    {
      loinc: '42348-3',
      display: 'Advance directives',
      title: '器官捐贈與安寧緩和醫療意願',
      entries: addAdvanceDirectives(passbook, resources),
      lines: r5.map((each) => line(each.recordedOn, each.text)),
    },
  ];
  const author = resources.add('Device', 'mhb-kit', {
    deviceName: [{ name: 'mhb-kit', type: 'model-name' }],
  });
  return resources.add('Composition', timestamp, {
    text: narrative([caution]),
    status: 'final',
    type: { coding: [coding(systems.loinc, '60591-5', 'Patient summary Document')] },
    subject: resources.patient,
    date: timestamp,
    author: [author],
    title: '病人摘要（健康存摺）',
    section: sections.filter(({ entries, required }) => required || entries.length > 0).map(sectionElement),
  });
}

function sectionElement({ loinc, display, title, entries, lines }: SummarySection): JsonObject {
  return compact({
    title,
    code: { coding: [coding(systems.loinc, loinc, display)] },
    text: narrative(lines),
    entry: entries,
    // A passbook without allergies does not say that there are none.
    emptyReason:
      entries.length === 0
        ? { coding: [coding(systems.emptyReason, 'unavailable', 'Unavailable')] }
        : undefined,
  });
}

function problemLines({ sections: { r1, r2, r3, r9 } }: Passbook): string[] {
  const diagnoses = [...r1, ...r2, ...r3, ...r9].flatMap((claim) => claim.diagnoses);
  return [...new Set(diagnoses.map(({ code, display }) => line(display, code)))];
}
