import {property} from 'lit/decorators.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import {readMapping} from '../../core/mapping/mapping-value.js';
import {common} from '../../i18n/en/common.js';
import {mapper as words} from '../../i18n/en/mapper.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../../ui/base-styles.js';
import {accountName} from '../../ui/account-name.js';
import {LazyView, type Control} from '../input/control.js';
import {controlStyles} from '../input/control-styles.js';
import {FieldElement} from '../input/field-element.js';
import {frameStyles} from '../input/frame-styles.js';
import {mapperRules} from '../input/rules.js';
import type {MapperOptions} from './mapper-context.js';
import {orDefault} from '../../ui/or-default.js';

const FORM_PROPERTIES: ReadonlySet<string> = new Set([
  'input',
  'value',
  'disabled',
  'readonly',
  'duplicates',
]);

/** What is shown arrives late: a page that has no mapper on it yet does without. */
const MAPPER: Control = {
  rules: mapperRules,
  view: new LazyView(async () => (await import('./mapper-view.js')).mapperView),
  label: 'legend',
  shape: 'pair',
  sourced: true,
};

/**
 * Maps the fields of an application to those of an integration: an object, what depends on it, and one row a field.
 *
 * A suggestion stands as grey text in the empty box of its row and is not part of the value. In that box Tab accepts it and moves on,
 * and Escape dismisses it. With an open list, typed text, a mapped field or no suggestion, both keys keep their usual meaning.
 *
 * @summary Field mapping, form-associated
 * @fires input - The person changes the value
 * @fires change - The person finished a change
 * @fires {CustomEvent<{value: unknown}>} pg-mapping-change - The person changed the mapping; `value` is as it is stored
 * @csspart base - All of it
 * @csspart label - The title
 * @csspart mark - "Required"
 * @csspart account - Whose fields these are
 * @csspart objects - The object and what depends on it
 * @csspart notice - What was set aside, with a way back
 * @csspart suggestions - Banner above the rows with likely matches
 * @csspart progress - Sticky bar above the rows: progress, search and filters; `inset-block-start` keeps it below a sticky header of the page
 * @csspart filters - Filters of the rows
 * @csspart to-check - Leads to the next row that something is wrong with
 * @csspart table - All rows
 * @csspart row - One row
 * @csspart name - Label of the application's field
 * @csspart arrow - Direction of the mapping
 * @csspart field - The integration's field
 * @csspart problem - What is wrong with a row
 * @csspart suggestion - Buttons that answer the suggestion of a row
 * @csspart preview - Value of the sample record
 * @csspart add - Ways to add a row
 * @csspart error - What is wrong
 * @cssState error - An error is shown
 * @cssState loading - The mapper is being loaded
 * @cssState empty - There is nothing to show: no input, or a hidden one
 */
export class PgFieldMapper extends FieldElement implements MapperOptions {
  static override styles = [baseStyles, frameStyles, controlStyles];

  /** Suggests fields by their names; nothing is written before the person accepts. */
  @property({type: Boolean}) suggest = false;

  /** Minimum score of a suggestion, from 0 to 1. */
  @property({type: Number, attribute: 'suggest-threshold'}) @orDefault suggestThreshold = 0.8;

  /** Which way values go: it turns the arrows, and decides whose fields the sample record has. */
  @property() @orDefault direction: MapperOptions['direction'] = 'to-integration';

  /** Whether two rows with the same field are a remark, or keep the form from being sent. */
  @property() @orDefault duplicates: MapperOptions['duplicates'] = 'warning';

  /** A record for the preview, of the application, or with `direction="to-application"` of the integration. */
  @property({attribute: false}) sample: unknown;

  readonly #common = new Localizer(this, 'common', common);
  readonly #mapperWords = new Localizer(this, 'mapper', words);

  protected override controlOf(): Control {
    return MAPPER;
  }

  /** Without a `credential` the service would pick one; so the one that is asked is the one that is named. */
  protected override get account(): ConnectedAccount | undefined {
    if (this.credential) return this.reference.account;
    const accounts = this.current?.integration(this.integration ?? '')?.accounts ?? [];
    return accounts.find(({status}) => status === 'valid');
  }

  protected override get caption(): string {
    const {account} = this;
    return account ? this.#mapperWords.term('account', accountName(account, this.#common)) : '';
  }

  protected override get formProperties(): ReadonlySet<string> {
    return FORM_PROPERTIES;
  }

  protected override describeProblem(): string {
    const isBare = readMapping(this.value).object === undefined;
    return this.#mapperWords.term(isBare ? 'missing' : 'missingAny');
  }
}
