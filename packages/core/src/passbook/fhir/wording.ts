import type { Coded, DrugIngredient, DrugProduct, PartialDate } from '../model/model.js';
import { kindOfOrder } from '../record/orders.js';
import { normalizeOrderCode } from '../analytes/analytes.js';
import type { Label } from '../record/record.js';
import { diagnosisCode, orderCode, procedureCode, type SystemCode } from './codes.js';
import { diagnosisCategory } from './diagnosis-names.js';
import { phraseOf } from './phrases.js';
import { compact, fhirCode, fhirText, type JsonObject } from './resource.js';
import { extensions, systems, type FhirProfile } from './terminology.js';

/** The language of titles, names and narratives. */
export type FhirLanguage = 'zh-Hant' | 'en';

/** BCP 47 language tags, as in FHIR's list of common languages. */
export const languageTags: Readonly<Record<FhirLanguage, string>> = { 'zh-Hant': 'zh-TW', en: 'en' };

/**
 * Names of codes by system and code, in one language or both: `{ 'http://hl7.org/fhir/sid/icd-10-cm': {
 * 'E11.65': { en: '…' } } }`. ICD codes contain their dot. These names take precedence over those in the file
 * and in this package.
 */
export type FhirTerms = Readonly<Record<string, Readonly<Record<string, Partial<Label>>>>>;

/** The known names of a code: the name that the file states, and this package's names in both languages. */
export interface Names {
  readonly stated?: string | null;
  readonly known?: Readonly<Partial<Record<FhirLanguage, string | undefined>>> | null | undefined;
}

const chinese = /[\u3400-\u9fff]/;

export const isChinese = (text: string): boolean => chinese.test(text);

/** Writes names and codes in the language of the bundle. */
export class Wording {
  readonly language: FhirLanguage;
  readonly #profile: FhirProfile;
  readonly #terms: FhirTerms;

  constructor(profile: FhirProfile, language: FhirLanguage, terms: FhirTerms) {
    this.#profile = profile;
    this.language = language;
    this.#terms = terms;
  }

  say(label: Label): string {
    return label[this.language];
  }

  /** Returns text from the file. In English, translates it if it is a phrase that occurs often in files. */
  words(text: string): string {
    return this.language === 'en' ? (phraseOf(text) ?? text) : text;
  }

  textConcept(text: string | null): JsonObject {
    return { text: fhirText(text === null || text === '' ? this.say(notStated) : this.words(text)) };
  }

  /** Returns a coding with its name. In a patient summary, adds the name in the other language. */
  coding({ system, code }: SystemCode, names: Names, written: string = code): JsonObject {
    const { display, other } = this.#display(system, code, names);
    return compact({
      system,
      code: fhirCode(code),
      _code:
        written === code
          ? undefined
          : { extension: [{ url: extensions.rendered, valueString: fhirText(written) }] },
      display: display === null ? undefined : fhirText(display),
      _display:
        display === null || other === null || this.#profile !== 'ips'
          ? undefined
          : {
              extension: [
                {
                  url: extensions.translation,
                  extension: [
                    { url: 'lang', valueCode: languageTags[this.language === 'en' ? 'zh-Hant' : 'en'] },
                    { url: 'content', valueString: fhirText(other) },
                  ],
                },
              ],
            },
    });
  }

  #display(
    system: string,
    code: string,
    { stated, known }: Names,
  ): { display: string | null; other: string | null } {
    const given = this.#terms[system]?.[code];
    const file = stated === undefined || stated === null || stated.trim() === '' ? null : stated;
    const zh = given?.['zh-Hant'] ?? (file !== null && isChinese(file) ? file : (known?.['zh-Hant'] ?? null));
    const translated = file === null ? null : phraseOf(file);
    const en = given?.en ?? known?.en ?? translated ?? (file !== null && !isChinese(file) ? file : null);
    const [first, second] = this.language === 'en' ? [en, zh] : [given?.['zh-Hant'] ?? file ?? zh, en];
    const display = first ?? second;
    return { display, other: display === second || first === second ? null : second };
  }

  /** Returns the name that the coding of this code would contain. */
  nameOf({ system, code }: SystemCode, names: Names): string | null {
    return this.#display(system, code, names).display;
  }

  diagnosis({ code, display }: Coded, on: PartialDate | null): JsonObject {
    const found = code === null ? null : diagnosisCode(code, on, this.#profile);
    if (found === null || code === null) return this.local('diagnosis', { code, display });
    const names = {
      stated: display,
      known: found.system === systems.diagnosis[this.#profile] ? { en: diagnosisCategory(found.code) } : null,
    };
    return compact({
      coding: [this.coding(found, names, code)],
      text: fhirText(this.nameOf(found, names) ?? found.code),
    });
  }

  procedure({ code, display }: Coded, on: PartialDate | null): JsonObject {
    if (code === null) return this.textConcept(display);
    const found = procedureCode(code, on, this.#profile);
    const names = { stated: display };
    return compact({
      coding: [this.coding(found, names, code)],
      text: fhirText(this.nameOf(found, names) ?? code),
    });
  }

  /**
   * Returns the concept for a service of the fee schedule, which comes from an order line of a claim or from an
   * examination.
   */
  order({ code, display }: Coded): JsonObject {
    if (code === null) return this.textConcept(display);
    return compact({
      coding: [this.orderCoding({ code, display })],
      text: fhirText(this.nameOf(orderCode(code), { stated: display }) ?? code),
    });
  }

  orderCoding({ code, display }: { readonly code: string; readonly display: string | null }): JsonObject {
    const short = orderCode(normalizeOrderCode(code));
    return this.coding(short.system === systems.order ? short : orderCode(code), { stated: display }, code);
  }

  /**
   * Returns the concept for a drug with the NHI's code. Adds the ATC code if the drug has a single ingredient.
   */
  drug({ code, display }: Coded, product: DrugProduct | null): JsonObject {
    const [first, ...more] = product?.ingredients ?? [];
    const single = first !== undefined && more.length === 0 ? first : null;
    const substance = product === null ? '' : this.substances(product.ingredients);
    const strength = [substance, product?.strength].filter(
      (part) => part !== null && part !== undefined && part !== '',
    );
    const inn = substance === '' ? null : strength.join(' ');
    const name = display ?? code;
    return compact({
      coding: [
        ...(code === null
          ? []
          : [this.coding(orderCode(code), { stated: display, known: { en: inn ?? undefined } })]),
        ...(single === null ? [] : this.ingredientCoding(single)),
      ],
      text: fhirText(
        this.language === 'en' && inn !== null && name !== null
          ? `${inn} (${name})`
          : (name ?? this.say(notStated)),
      ),
    });
  }

  ingredientCoding({ atc, name }: DrugIngredient): JsonObject[] {
    return atc === null ? [] : [this.coding({ system: systems.atc, code: atc }, { known: name })];
  }

  substances(ingredients: readonly DrugIngredient[]): string {
    return ingredients.map(({ name }) => this.say(name)).join(' + ');
  }

  /** Returns the concept for an order line, which is a drug or a service. */
  orderLine(order: Coded & { readonly product?: DrugProduct | null }): JsonObject {
    const kind = kindOfOrder(order);
    return kind === 'drug' ? this.drug(order, order.product ?? null) : this.order(order);
  }

  /**
   * Returns a concept for a code that is in no public system. It is written as `field=code` in our own system.
   * If there is no code, the text takes its place.
   */
  local(field: string, { code, display }: Coded, known?: Label | null): JsonObject {
    const value = code ?? display;
    if (value === null || value.trim() === '') return this.textConcept(null);
    const names: Names = { stated: display ?? code, known };
    const found = { system: systems.field, code: `${field}=${value}` };
    return compact({
      coding: [this.coding(found, names)],
      text: fhirText(this.nameOf(found, names) ?? value),
    });
  }
}

/** The text for information that the file does not state. */
export const notStated: Label = { 'zh-Hant': '未載明', en: 'Not stated' };
