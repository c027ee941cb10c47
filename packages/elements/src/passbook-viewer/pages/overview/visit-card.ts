import {
  impressionOf,
  isCollection,
  keyAnalytes,
  listStays,
  type Allergy,
  type Encounter,
  type LaboratoryPoint,
  type LaboratorySeries,
  type Medication,
  type PartialDate,
  type Report,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { rangeText, seriesTerm, unitMark, unitMarkExplained, unitText } from '../../parts/result-words.js';
import { coded, day, named, type Shown } from '../../parts/shown.js';
import { word, wordList } from '../../parts/term.js';
import type { AllergiesWords } from '../allergies/allergies.strings.js';
import { conflictWarnings } from '../allergies/allergies.js';
import type { MedicationsWords } from '../medications/medications.strings.js';
import { duplicateWarnings } from '../medications/medications.js';
import { followUpList } from '../prevention/prevention.js';
import type { PreventionWords } from '../prevention/prevention.strings.js';
import type { VisitsWords } from '../visits/visits.strings.js';
import type { OverviewData } from './overview-data.js';
import type { OverviewWords } from './overview.strings.js';

type Used = OverviewWords & AllergiesWords & MedicationsWords & PreventionWords & VisitsWords;

/**
 * The maximum number of lines of each kind, so that the card fits on one A4 page. The card states how many lines
 * were left out.
 */
const MOST = { drugs: 20, results: 8, others: 8, problems: 6, stays: 3, reports: 2 } as const;
const POINTS = 5;
/**
 * The maximum number of drugs for which lines are widely spaced. If there are more drugs, or if another element
 * adds content, the lines are closer together.
 */
const ROOMY = 10;
/** A diagnosis is assumed to be still under treatment if it is at most this many years old. */
const YEARS = 2;
/**
 * The maximum length, in characters, of a report on the card. An impression is usually shorter. The full report is
 * on the reports page.
 */
const REPORT_LENGTH = 220;

/** Renders the summary for a physician, which is one A4 page without controls. */
export function visitCard(
  data: OverviewData,
  reports: readonly Report[],
  added: readonly Node[],
  shown: Shown<Used>,
): TemplateResult {
  const { strings } = shown;
  const { allergies, medications, results, services, encounters, today } = data;
  const waiting = services.filter(({ followUp }) => followUp !== null);
  const undecided = [...medications.mayBeInUse, ...medications.replaced];
  return html`<div
    class="visit-card ${medications.current.length > ROOMY || added.length > 0 ? 'dense' : ''}"
  >
    <div class="beside">
      <div>
        <p class="quiet">${strings.printedOn} ${day(today, shown)}</p>
        ${waiting.length === 0 ? nothing : block(strings.followUpTitle, followUpList(waiting, shown))}
        ${block(strings.allergyTitle, allergyLines(allergies.allergies, shown))}
        ${conflictWarnings(allergies.conflicts, shown)} ${duplicateWarnings(medications.duplicates, shown)}
      </div>
      ${added}
    </div>
    ${block(strings.currentTitle, drugTable(medications.current, shown))}
    ${
      undecided.length === 0
        ? nothing
        : block(
            strings.mayBeInUseOrReplaced,
            html`<p>
                ${joined(undecided.slice(0, MOST.others).map((each) => html`${named(each, 'drug', shown)}`))}
              </p>
              ${left(undecided.length, MOST.others, shown)}`,
          )
    }
    <div class="halves">
      ${block(strings.keyResultsTitle, keyResults(data.series, shown))}
      <div>
        ${block(strings.problemsTitle, problems(encounters, today, shown))} ${stays(encounters, shown)}
        ${reportLines(reports, shown)}
      </div>
    </div>
    ${block(
      strings.abnormalTitle,
      html`<p>
          ${joined(
            results.outside
              .slice(0, MOST.others)
              .map(
                ({ series, point }) =>
                  html`${seriesTerm(series, shown)} ${point.value}
                  ${unitText(point.unit)}${unitMark(point, shown)} ${arrow(point)} (${rangeText(point)},
                  ${day(point.date, shown)})`,
              ),
          )}
        </p>
        ${left(results.outside.length, MOST.others, shown)}`,
    )}
    <div class="notes">
      <p class="quiet">${strings.resultCounts(results.outside.length, results.undecided.length)}</p>
      ${unitMarkExplained(
        [
          ...results.outside.map(({ point }) => point),
          ...data.series.flatMap(({ analyte, points }) => (analyte === null ? [] : points.slice(-1))),
        ],
        shown,
      )}
      <p class="quiet">${strings.currentRests}</p>
    </div>
  </div>`;
}

const block = (title: string, content: unknown): TemplateResult =>
  html`<section>
    <h4>${title}</h4>
    ${content}
  </section>`;

const joined = (parts: readonly TemplateResult[]): readonly TemplateResult[] =>
  parts.map((part, index) => html`${index === 0 ? nothing : '；'}${part}`);

const left = (count: number, most: number, { strings }: Shown<Used>): TemplateResult | typeof nothing =>
  count <= most ? nothing : html`<p class="quiet">${strings.notPrinted(count - most)}</p>`;

/** Lists all allergies, one per line. No allergy is ever left out. */
const allergyLines = (list: readonly Allergy[], shown: Shown<Used>): TemplateResult =>
  list.length === 0
    ? html`<p>${shown.strings.allergyNone}</p>`
    : html`<ul>
        ${list.map(
          ({ substance, severity, manifestations, note }) =>
            html`<li>
              <strong>${substance ?? '—'}</strong> ${severity === null ? nothing : word(severity, shown)}
              ${manifestations.length === 0 ? note : wordList(manifestations, shown)}
            </li>`,
        )}
      </ul>`;

/**
 * Lists the drugs, beginning with long-term drugs, because a new prescription must be compatible with these drugs.
 */
function drugTable(drugs: readonly Medication[], shown: Shown<Used>): TemplateResult {
  const { strings } = shown;
  if (drugs.length === 0) return html`<p>${strings.currentNone}</p>`;
  const isChronic = ({ supplies }: Medication): boolean => supplies[0]?.chronic === true;
  const sorted = [...drugs].sort((a, b) => Number(isChronic(b)) - Number(isChronic(a)));
  return html`<table>
      <thead>
        <tr>
          <th scope="col">${strings.drug}</th>
          <th scope="col">${strings.ingredients}</th>
          <th scope="col">${strings.lastSupply}</th>
          <th scope="col">${strings.runsOutOn}</th>
        </tr>
      </thead>
      <tbody>
        ${sorted.slice(0, MOST.drugs).map(
          (drug) =>
            html`<tr>
              <th scope="row">${named(drug, 'drug', shown)}</th>
              <td>
                ${(drug.product?.ingredients ?? []).map(({ name }) => shown.label(name)).join('、')}
                ${drug.product?.strength}
              </td>
              <td>${day(drug.supplies[0]?.date ?? null, shown)}</td>
              <td>${day(drug.runsOutOn, shown)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${left(sorted.length, MOST.drugs, shown)}`;
}

const unitOf = (point: LaboratoryPoint | undefined, shown: Shown<Used>): unknown =>
  point === undefined ? nothing : html`${unitText(point.unit)}${unitMark(point, shown)}`;

/** Lists the analytes that physicians look at first, each with its five newest values and their dates. */
function keyResults(all: readonly LaboratorySeries[], shown: Shown<Used>): TemplateResult {
  const byId = new Map<string, LaboratorySeries>();
  // If an analyte has several specimens or units, the series with the newest result is used.
  for (const each of all) {
    if (each.analyte === null || each.remark) continue;
    const known = byId.get(each.analyte.id);
    if (known === undefined || (known.points.at(-1)?.date ?? '') < (each.points.at(-1)?.date ?? ''))
      byId.set(each.analyte.id, each);
  }
  const rows = keyAnalytes.flatMap((id) => byId.get(id) ?? []).filter(({ points }) => points.length > 0);
  if (rows.length === 0) return html`<p>${shown.strings.none}</p>`;
  return html`<table>
      <tbody>
        ${rows.slice(0, MOST.results).map(
          (series) =>
            html`<tr>
              <th scope="row">
                ${seriesTerm(series, shown)} <small>${unitOf(series.points.at(-1), shown)}</small>
              </th>
              ${series.points
                .slice(-POINTS)
                .reverse()
                .map((point) => html`<td>${pointCell(point, shown)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${left(rows.length, MOST.results, shown)}`;
}

const arrow = ({ position }: LaboratoryPoint): string =>
  position === 'above' ? '▲' : position === 'below' ? '▼' : '';

const pointCell = (point: LaboratoryPoint, shown: Shown<Used>): TemplateResult =>
  html`${point.value}${arrow(point)} <small>${day(point.date, shown)}</small>`;

/**
 * Lists the diagnoses of the last two years, beginning with the most frequent one. A claim shows what a person was
 * treated for, but it does not show whether the illness is over.
 */
function problems(encounters: readonly Encounter[], today: string, shown: Shown<Used>): TemplateResult {
  const since = `${Number(today.slice(0, 4)) - YEARS}${today.slice(4)}`;
  const counted = new Map<
    string,
    { diagnosis: Encounter['diagnoses'][number]; on: PartialDate; visits: number }
  >();
  for (const { date, diagnoses } of encounters.filter((each) => !isCollection(each))) {
    if (date === null || date < since) continue;
    for (const diagnosis of diagnoses) {
      const key = diagnosis.code ?? diagnosis.display ?? '';
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { diagnosis, on: date, visits: 1 });
      else known.visits += 1;
    }
  }
  const sorted = [...counted.values()].sort((a, b) => b.visits - a.visits);
  return html`<ul>
      ${sorted
        .slice(0, MOST.problems)
        .map(
          ({ diagnosis, on, visits }) =>
            html`<li>
              ${coded(diagnosis, 'diagnosis', shown)} ${shown.strings.times(visits)}, ${day(on, shown)}
            </li>`,
        )}
    </ul>
    ${left(sorted.length, MOST.problems, shown)}`;
}

/** Lists hospital stays and operations. */
function stays(encounters: readonly Encounter[], shown: Shown<Used>): TemplateResult | typeof nothing {
  const found = listStays(encounters);
  if (found.length === 0) return nothing;
  return block(
    shown.strings.staysTitle,
    html`<ul>
        ${found
          .slice(0, MOST.stays)
          .map(
            ({ date, serviceProvider, diagnoses, procedures }) =>
              html`<li>
                ${day(date, shown)} ${serviceProvider.name}
                ${diagnoses[0] === undefined ? nothing : coded(diagnoses[0], 'diagnosis', shown)}
                ${joined(procedures.map((each) => coded(each, 'order', shown)))}
              </li>`,
          )}
      </ul>
      ${left(found.length, MOST.stays, shown)}`,
  );
}

/**
 * Lists the newest reports. For each report, shows its impression or, if it has none, the beginning of its text.
 */
const reportLines = (reports: readonly Report[], shown: Shown<Used>): TemplateResult | typeof nothing =>
  reports.length === 0
    ? nothing
    : block(
        shown.strings.newestReports,
        html`<ul>
            ${reports
              .slice(0, MOST.reports)
              .map(
                (report) =>
                  html`<li>
                    ${day(report.date, shown)} ${named(report.order, 'order', shown)}:
                    ${shortened(impressionOf(report) ?? report.text)}
                  </li>`,
              )}
          </ul>
          ${left(reports.length, MOST.reports, shown)}`,
      );

function shortened(text: string | null): string {
  const plain = (text ?? '—').replace(/\s+/g, ' ').trim();
  return plain.length > REPORT_LENGTH ? `${plain.slice(0, REPORT_LENGTH)}…` : plain;
}
