import type { ErrorCode, ImporterError } from '../core/errors.js';
import { LIMITS } from '../core/hubspot.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';

/** French counts none and one alike. */
const count = (n: number, one: string, many: string, f: Format): string =>
  `${f.number(n)} ${n < 2 ? one : many}`;

const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

/** Names a property after what it holds; nothing when the sentence is about the row alone. */
const inside = (property: string): string => (property === '' ? '' : ` dans ${quoted(property)}`);

const options = (property: string): string =>
  property === '' ? 'options de la propriété' : `options de la propriété ${quoted(property)}`;

const facts = <C extends ErrorCode>(error: ImporterError, _code: C): ImporterError<C>['detail'] =>
  error.detail as ImporterError<C>['detail'];

/**
 * Every sentence in French, with HubSpot's own terms (objet, propriété, fiche, importation). Nouns come without an article
 * or a gender, a custom object's even without a singular: sentences put `vos` before the plural, or speak of `fiches`.
 */
export const fr: Messages = {
  language: 'fr',

  // Frame
  steps: ['Fichier', 'Colonnes', 'Contrôle', 'Importation'],
  stepOf: (step, name) => `Étape ${step} sur 4\u00a0: ${name}`,
  stepsLabel: 'Étapes de l’importation',
  stepDone: 'terminée',
  back: 'Retour',
  cancel: 'Annuler',
  changeFile: 'Changer',
  fileFacts: (bytes, rows) => (rows === null ? bytes : `${bytes} · ${rows}`),
  rows: (n, f) => count(n, 'ligne', 'lignes', f),
  about: (text) => `environ ${text}`,
  disabled: 'L’importation est désactivée sur cette page.',
  widgetLabel: 'Importation dans HubSpot',

  // Objects
  objects: {
    '0-1': { one: 'contact', many: 'contacts' },
    '0-2': { one: 'entreprise', many: 'entreprises' },
    '0-3': { one: 'transaction', many: 'transactions' },
    '0-5': { one: 'ticket', many: 'tickets' },
    '0-7': { one: 'produit', many: 'produits' },
    '0-136': { one: 'lead', many: 'leads' },
  },
  otherObject: { one: 'fiche', many: 'fiches' },

  // Drop
  dropTitle: (noun) => `Déposez ici le fichier de vos ${noun.many}`,
  dropLimits: (bytes, rows) =>
    `CSV, jusqu’à ${bytes} et ${rows} lignes. Rien n’est envoyé sans votre accord.`,
  dropNow: 'Relâchez pour lire le fichier',
  choose: 'Choisir un fichier',
  paste: 'Coller depuis un tableur',
  pasteTitle: 'Collez des lignes d’un tableur',
  pasteHint: 'Copiez les cellules, ligne d’en-tête comprise, et collez-les ici.',
  pasteLabel: 'Lignes à importer',
  pasteUse: 'Utiliser ces lignes',
  pasteName: 'Presse-papiers.tsv',
  template: 'Télécharger un modèle',
  templateName: (noun) => `Modèle HubSpot ${noun.many}.csv`,
  keptFile: (name) => `${name} est toujours là, avec toutes vos décisions.`,
  keptGoOn: 'Continuer',
  severalFiles:
    'Seul le premier fichier a été pris en compte\u00a0: une importation porte sur un seul fichier.',

  // Reading
  readingTitle: (name) => `Lecture du fichier ${name}`,
  readingIntro: 'Les premières lignes seulement, pour voir comment le fichier est écrit.',
  readingProperties: 'Récupération des propriétés de votre compte HubSpot…',

  // Mapping
  mapTitle: (noun) => `Associez vos colonnes aux propriétés de vos ${noun.many}`,
  mapIntro: (matched, total, undecided, out, f) => {
    const main = `${count(matched, 'colonne', 'colonnes', f)} sur ${f.number(total)} ${matched < 2 ? 'est associée' : 'sont associées'}.`;
    const rest = [
      ...(undecided > 0
        ? [`${f.number(undecided)} ${undecided < 2 ? 'attend' : 'attendent'} votre décision`]
        : []),
      ...(out > 0 ? [`${f.number(out)} ne ${out < 2 ? 'sera pas importée' : 'seront pas importées'}`] : []),
    ];
    return rest.length === 0 ? main : `${main} ${rest.join(', ')}.`;
  },
  sectionUndecided: 'À décider',
  sectionMatched: 'Associées',
  sectionOut: 'Non importées',
  dontImport: 'Ne pas importer cette colonne',
  chooseProperty: 'Choisir une propriété',
  propertyFor: (header) => `Propriété pour la colonne ${header}`,
  identifierBadge: 'Identifiant',
  requiredBadge: 'Requise',
  emptyColumn: 'Aucune valeur dans les premières lignes',
  unnamedColumn: 'Son en-tête est vide dans le fichier',
  renamedColumn: (raw) => `${quoted(raw)} dans le fichier, où ce nom apparaît deux fois`,
  reason: {
    name: 'Même nom interne',
    label: 'Même nom',
    alias: (label, language) =>
      language === null ? `Autre nom pour ${quoted(label)}` : `${quoted(label)} en ${language}`,
    values: 'Reconnue à ses valeurs',
    preset: 'Définie par cette page',
    person: 'Votre choix',
    andValues: (reason) => `${reason}, et les valeurs le confirment`,
    guess: (labels) => `Peut-être ${labels}\u00a0?`,
    several: (labels) => `Plusieurs possibilités\u00a0: ${labels}`,
    readOnly: (label) => `HubSpot remplit ${quoted(label)} automatiquement`,
    none: 'Aucune propriété semblable',
    taken: (label, header) => `${quoted(label)} est désormais associée à la colonne ${header}`,
    valuesDiffer: (label) => `Nom proche de ${quoted(label)}, mais les valeurs sont d’une autre nature`,
  },
  languages: {
    en: 'anglais',
    fr: 'français',
    de: 'allemand',
    es: 'espagnol',
    pt: 'portugais',
  },
  columnChecking: 'Contrôle en cours…',
  columnFits: (rows, f) =>
    rows < 2 ? 'La seule valeur convient' : `Les ${f.number(rows)} valeurs conviennent`,
  columnEmptyCells: (n, f) => count(n, 'vide', 'vides', f),
  columnAllEmpty: 'La colonne est vide',
  showWhichRows: 'Les afficher',
  matchValues: 'Associer les valeurs',
  dateQuestion: 'Le jour ou le mois d’abord\u00a0?',
  dateOr: 'ou',
  dateGuess: (reading) => `Sans réponse de votre part, l’ordre est ${reading.toLowerCase()}.`,
  searchProperties: 'Rechercher une propriété',
  searchResults: (n, f) => count(n, 'propriété', 'propriétés', f),
  searchMore: (n, f) => `${count(n, 'autre', 'autres', f)}. Tapez un nom pour affiner la liste.`,
  searchNone: (query) => `Aucune propriété ne s’appelle ${quoted(query)}.`,
  useAsInternalName: (name) => `Utiliser ${quoted(name)} comme nom interne`,
  groupSuggested: 'Suggestions',
  groupNames: {
    contactinformation: 'Informations sur le contact',
    companyinformation: 'Informations sur l’entreprise',
    dealinformation: 'Informations sur la transaction',
    ticketinformation: 'Informations sur le ticket',
    productinformation: 'Informations sur le produit',
    emailinformation: 'Informations sur les e-mails',
    socialmediainformation: 'Informations sur les réseaux sociaux',
    analyticsinformation: 'Données analytiques',
    conversioninformation: 'Conversions',
  },
  groupOther: 'Autres propriétés',
  usedBy: (header) => `déjà associée à ${header}`,
  kinds: {
    text: 'Texte',
    email: 'E-mail',
    domain: 'Domaine',
    url: 'URL',
    phone: 'Téléphone',
    number: 'Nombre',
    date: 'Date',
    datetime: 'Date et heure',
    boolean: 'Oui ou non',
    option: 'Options',
    options: 'Plusieurs options',
    owner: 'Propriétaire',
    'record-id': 'ID de fiche',
    labels: 'Libellés d’association',
    keys: 'Clés d’autres fiches',
  },

  // How to import
  settingsTitle: 'Mode d’importation',
  operationLabel: 'Fiches',
  operation: {
    UPSERT: 'Créer et mettre à jour',
    CREATE: 'Créer uniquement',
    UPDATE: 'Mettre à jour uniquement',
  },
  operationMeans: {
    UPSERT: (noun) =>
      `Les lignes reconnues dans vos ${noun.many} les mettent à jour, les autres créent des fiches.`,
    CREATE: (noun) =>
      `Chaque ligne crée une fiche. Les lignes déjà présentes dans vos ${noun.many} sont refusées.`,
    UPDATE: (noun) =>
      `Les lignes mettent à jour vos ${noun.many}. Celles qui ne correspondent à aucune fiche sont refusées.`,
  },
  identifierLabel: 'Identifiant',
  identifierNone: 'Aucun\u00a0: chaque ligne crée une fiche',
  identifierMeans: (label, noun) =>
    `${quoted(label)} permet de retrouver chaque ligne dans vos ${noun.many}.`,
  datesLabel: 'Dates',
  dateFormat: {
    DAY_MONTH_YEAR: 'Jour, mois, année',
    MONTH_DAY_YEAR: 'Mois, jour, année',
    YEAR_MONTH_DAY: 'Année, mois, jour',
  },
  dateFormatDetected: (format) => `${format} (détecté)`,
  mappingProblem: {
    'mapping-empty': 'Aucune colonne n’est encore associée\u00a0: il n’y a rien à importer.',
    'mapping-repeated': (label) =>
      `Deux colonnes sont associées à ${quoted(label)}. HubSpot n’en accepte qu’une.`,
    'mapping-unknown': (name) => `HubSpot n’a pas de propriété ${quoted(name)} que l’on puisse importer.`,
    'mapping-no-identifier-update': (noun) =>
      `Pour mettre à jour uniquement, il faut une colonne qui identifie vos ${noun.many}, par exemple l’ID de fiche.`,
    'mapping-no-identifier': (noun) =>
      `Aucune colonne n’identifie vos ${noun.many}\u00a0: réimporter ce fichier créerait des doublons.`,
    'mapping-required': (labels) =>
      `Pour créer une fiche, HubSpot a besoin d’une valeur ici\u00a0: ${labels}.`,
  },
  propertiesUnread:
    'Les propriétés de votre compte HubSpot n’ont pas pu être lues. Seules les plus courantes sont proposées, et les options ne sont pas contrôlées.',
  readAgain: 'Réessayer',

  // The file as it is written
  fileTitle: (n, f) => `Votre fichier · ${n < 2 ? 'première ligne' : `${f.number(n)} premières lignes`}`,
  fileTableLabel: 'Premières lignes du fichier',
  rowNumber: 'Ligne',
  dialectShow: 'Lecture incorrecte\u00a0?',
  dialectHide: 'Masquer',
  dialectTitle: 'Écriture du fichier',
  encodingLabel: 'Encodage',
  delimiterLabel: 'Séparateur',
  quoteLabel: 'Guillemets',
  headerRowLabel: 'Ligne d’en-tête',
  noHeaderRow: 'Pas de ligne d’en-tête',
  headerRowOption: (row, cells) => `Ligne ${row}\u00a0: ${cells}`,
  delimiterNames: {
    ',': 'Virgule',
    ';': 'Point-virgule',
    '\t': 'Tabulation',
    '|': 'Barre',
    '^': 'Circonflexe',
    '~': 'Tilde',
  },
  quoteNames: { '"': 'Doubles', "'": 'Simples' },
  dialectSummary: (encoding, delimiter, header) => `${encoding}, ${delimiter}, ${header}`,
  headerIn: (row) => (row === 0 ? 'sans ligne d’en-tête' : `en-tête en ligne ${row}`),

  // Footer notes
  checkingNote: (percent) => `Contrôle des lignes… ${percent}`,
  checkedNote: (rows, f) => count(rows, 'ligne contrôlée', 'lignes contrôlées', f),
  review: 'Vérifier l’envoi',

  // Checking
  checkingTitle: (rows) => `Contrôle en cours\u00a0: ${rows}`,
  checkingIntro: 'Chaque ligne est lue avant tout envoi.',
  checkedSoFar: (rows, f) => count(rows, 'ligne pour l’instant', 'lignes pour l’instant', f),

  // Ready
  readyTitle: (n, noun, f) => `Prêt à importer ${count(n, noun.one, noun.many, f)}`,
  readyTitleNone: (noun) => `Rien à importer dans vos ${noun.many}`,
  readyIntro: (rows, sent, f) => {
    const checked =
      rows < 2 ? 'La seule ligne a été contrôlée' : `Les ${f.number(rows)} lignes ont été contrôlées`;
    return sent === rows ? `${checked}.` : `${checked}\u00a0; ${f.number(sent)} seront envoyées.`;
  },
  nothingSent: 'Rien n’a encore été envoyé.',
  recheckingIntro: 'Contrôle de vos modifications…',
  statClean: (n) => (n < 2 ? 'ligne sans problème' : 'lignes sans problème'),
  statLosing: (n) => (n < 2 ? 'ligne perdant une valeur' : 'lignes perdant une valeur'),
  statRefused: (n) => (n < 2 ? 'ligne que HubSpot refusera' : 'lignes que HubSpot refusera'),
  statRepeated: (n) => (n < 2 ? 'ligne fusionnée avec une autre' : 'lignes fusionnées avec une autre'),
  statLeftOut: (n) => (n < 2 ? 'ligne exclue par vous' : 'lignes exclues par vous'),
  statEmpty: (n) => (n < 2 ? 'ligne vide ou sans rien à importer' : 'lignes vides ou sans rien à importer'),
  noProblems: 'Toutes les lignes conviennent. Rien ne demande votre attention.',
  problemsTitle: 'Points à vérifier',
  importRows: (n, f) => `Importer ${count(n, 'ligne', 'lignes', f)}`,
  sendTitle: 'Ce qui sera envoyé',
  sendName: 'Nom',
  sendObject: 'Objet',
  sendColumn: 'Colonne',
  sendColumns: 'Colonnes',
  sendColumnsOf: (n, total, f) => `${f.number(n)} sur ${f.number(total)}`,
  sendFile: 'Fichier',
  sendFileSame: 'Tel quel',
  sendFileCorrected: 'Copie corrigée',
  sendSize: 'Taille',
  sendCorrectedBecause: (reasons) =>
    `Une copie corrigée en UTF-8 est envoyée, car ${reasons}. Votre fichier reste tel quel.`,
  rewriteReason: {
    columns: 'des colonnes ne sont pas importées',
    changes: 'vous avez fait des corrections',
    encoding: 'l’encodage est différent',
    format: 'le séparateur ou les guillemets sont différents',
    header: 'la ligne d’en-tête est à adapter',
    rows: 'des lignes sont vides ou irrégulières',
  },
  showRequest: 'Afficher la requête',
  hideRequest: 'Masquer la requête',
  copyJson: 'Copier le JSON',
  copyCurl: 'Copier en cURL',
  downloadContent: 'Télécharger le fichier envoyé',
  copied: 'Copié',
  createList: 'Créer une liste des contacts importés',
  marketableLabel: 'Statut marketing',
  marketableUnset: 'Ne rien changer',
  marketableTrue: 'Contacts marketing',
  marketableFalse: 'Contacts non marketing',

  // Problems
  problem: {
    'row-empty': (n, _p, f) => count(n, 'ligne n’a rien à importer', 'lignes n’ont rien à importer', f),
    'row-too-short': (n, _p, f) => `${count(n, 'ligne a', 'lignes ont', f)} moins de cellules que l’en-tête`,
    'row-too-long': (n, _p, f) => `${count(n, 'ligne a', 'lignes ont', f)} plus de cellules que l’en-tête`,
    'identifier-missing': (n, p, f) =>
      p === ''
        ? `${count(n, 'ligne n’a', 'lignes n’ont', f)} pas d’identifiant`
        : `${count(n, 'ligne n’a', 'lignes n’ont', f)} rien${inside(p)}`,
    'identifier-repeated': (n, p, f) =>
      `${count(n, 'ligne a', 'lignes ont', f)} la même valeur qu’une autre ligne${inside(p)}`,
    'unique-repeated': (n, p, f) =>
      `${count(n, 'ligne répète', 'lignes répètent', f)} une valeur qui doit être unique${inside(p)}`,
    'required-missing': (n, p, f) =>
      p === ''
        ? `${count(n, 'ligne n’a', 'lignes n’ont', f)} pas de valeur requise`
        : `${count(n, 'ligne n’a', 'lignes n’ont', f)} rien${inside(p)}`,
    'email-invalid': (n, _p, f) =>
      count(n, 'adresse e-mail n’est pas valide', 'adresses e-mail ne sont pas valides', f),
    'domain-invalid': (n, p, f) =>
      `${count(n, 'valeur', 'valeurs', f)}${inside(p)} ${n < 2 ? 'n’est pas un domaine' : 'ne sont pas des domaines'}`,
    'url-invalid': (n, p, f) =>
      `${count(n, 'valeur', 'valeurs', f)}${inside(p)} ${n < 2 ? 'n’est pas une adresse web' : 'ne sont pas des adresses web'}`,
    'phone-invalid': (n, _p, f) =>
      count(n, 'numéro de téléphone semble inhabituel', 'numéros de téléphone semblent inhabituels', f),
    'number-invalid': (n, p, f) =>
      `${count(n, 'valeur', 'valeurs', f)}${inside(p)} ${n < 2 ? 'n’est pas un nombre' : 'ne sont pas des nombres'}`,
    'number-too-large': (n, p, f) =>
      `${count(n, 'nombre', 'nombres', f)}${inside(p)} ${n < 2 ? 'est trop grand' : 'sont trop grands'}`,
    'date-invalid': (n, p, f) =>
      `${count(n, 'date', 'dates', f)}${inside(p)} ${n < 2 ? 'est illisible' : 'sont illisibles'}`,
    'date-out-of-range': (n, p, f) =>
      `${count(n, 'date', 'dates', f)}${inside(p)} ${n < 2 ? 'est trop lointaine' : 'sont trop lointaines'}`,
    'boolean-invalid': (n, p, f) =>
      `${count(n, 'valeur', 'valeurs', f)}${inside(p)} ${n < 2 ? 'n’est ni oui ni non' : 'ne sont ni oui ni non'}`,
    'option-unknown': (n, p, f) =>
      `${count(n, 'valeur ne figure pas', 'valeurs ne figurent pas', f)} parmi les ${options(p)}`,
    'option-ambiguous': (n, p, f) =>
      `${count(n, 'valeur peut', 'valeurs peuvent', f)} désigner plusieurs ${options(p)}`,
    'owner-unknown': (n, _p, f) =>
      `${count(n, 'propriétaire n’est pas utilisateur', 'propriétaires ne sont pas utilisateurs', f)} de votre compte`,
    'owner-ambiguous': (n, _p, f) =>
      `${count(n, 'nom de propriétaire peut', 'noms de propriétaires peuvent', f)} désigner plusieurs utilisateurs`,
    'label-unknown': (n, _p, f) =>
      `${count(n, 'cellule contient un libellé', 'cellules contiennent des libellés', f)} que votre compte ne connaît pas`,
    'record-id-invalid': (n, _p, f) =>
      count(n, 'ID de fiche n’est pas un nombre', 'ID de fiche ne sont pas des nombres', f),
    'text-too-long': (n, p, f) =>
      `${count(n, 'texte', 'textes', f)}${inside(p)} ${n < 2 ? 'dépasse' : 'dépassent'} ${f.number(LIMITS.textCharacters)} caractères`,
    'text-unreadable': (n, p, f) =>
      `${count(n, 'texte', 'textes', f)}${inside(p)} ${n < 2 ? 'contient' : 'contiennent'} des caractères illisibles`,
    'quote-unbalanced': (_n, _p, _f) => 'Un guillemet est ouvert et jamais fermé',
  },
  oneOption: (value, label) => `${quoted(value)} ne figure pas parmi les ${options(label)}`,
  effect: {
    row: (n) => (n < 2 ? 'HubSpot refuse cette ligne.' : 'HubSpot refuse ces lignes.'),
    value: (n, _noun) =>
      n < 2 ? 'La fiche est importée sans cette valeur.' : 'Les fiches sont importées sans ces valeurs.',
    merge: () => 'La dernière ligne portant la même valeur l’emporte.',
    none: (n) => (n < 2 ? 'Importée telle quelle.' : 'Importées telles quelles.'),
  },
  effectRowEmpty: 'Laissé de côté lors de l’envoi.',
  effectQuote: `Tout ce qui suit a été lu comme une seule cellule. Corrigez le guillemet dans le fichier, ou choisissez-en un autre à l’étape ${quoted('Colonnes')}.`,
  effectUnreadable: `L’encodage est peut-être différent\u00a0: voir ${quoted('Lecture incorrecte\u00a0?')} à l’étape ${quoted('Colonnes')}.`,
  rowsList: (rows, more, f) => {
    if (more > 0) return `Lignes ${rows.join(', ')} et ${count(more, 'autre', 'autres', f)}`;
    return rows.length === 1 ? `Ligne ${rows[0]}` : `Lignes ${f.list(rows)}`;
  },
  forExample: (rows) => `${rows}, par exemple `,
  fixRows: (n, f) => `Corriger ${count(n, 'ligne', 'lignes', f)}`,
  extraCells: 'Au-delà de l’en-tête',
  showRows: 'Afficher les lignes',
  hideRows: 'Masquer',
  fixTitle: 'Chaque valeur différente, une seule fois',
  fixValueLabel: (value) => (value === '' ? 'Remplacer une cellule vide' : `Remplacer ${quoted(value)}`),
  fixEmpty: '(vide)',
  fixPlaceholder: 'Nouvelle valeur',
  fixSuggestion: (value) => `Utiliser ${quoted(value)}`,
  fixAllSuggestions: (n, f) => `Utiliser ${count(n, 'suggestion', 'suggestions', f)}`,
  fixKeep: 'Ne rien changer',
  fixClear: 'Importer sans valeur',
  fixInRows: (n, f) => count(n, 'ligne', 'lignes', f),
  fixMoreValues: (n, f) =>
    `${n < 2 ? 'La première valeur différente' : `Les ${f.number(n)} premières valeurs différentes`}. La suite apparaîtra ensuite.`,
  rowsShown: (n, total, f) =>
    `${n < 2 ? 'La première ligne' : `Les ${f.number(n)} premières lignes`} sur ${f.number(total)}`,
  leaveOutRow: 'Exclure',
  leaveOutRowLabel: (row) => `Exclure la ligne ${row}`,
  leaveOutAll: (n, f) => `Exclure ${n < 2 ? 'cette ligne' : `les ${f.number(n)} lignes`}`,
  takeBack: 'Reprendre',
  cellLabel: (header, row) => `${header}, ligne ${row}`,
  changesMade: (n, f) => `${count(n, 'correction effectuée', 'corrections effectuées', f)}.`,
  undoAll: 'Tout rétablir',

  // Submitting
  preparingTitle: 'Écriture du fichier corrigé',
  preparingIntro: 'Votre fichier reste tel quel.',
  submittingTitle: (name) => `Envoi du fichier ${name}`,
  submittingIntro: 'Gardez cette page ouverte jusqu’à la fin de l’envoi.',
  submittingAnswer: 'Tout est envoyé. En attente de la réponse de HubSpot…',
  sentOf: (sent, total) => `${sent} sur ${total}`,
  speed: (bytesPerSecond) => `${bytesPerSecond} par seconde`,
  cancelUpload: 'Annuler',

  // Tracking
  trackTitle: (noun) => `HubSpot importe vos ${noun.many}`,
  stateMeans: {
    STARTED: 'HubSpot a reçu le fichier et va commencer.',
    DEFERRED:
      'Trois importations sont déjà en cours. La vôtre commencera dès que l’une d’elles sera terminée.',
    PROCESSING: 'HubSpot traite les lignes.',
    DONE: 'HubSpot a terminé.',
    FAILED: 'HubSpot n’a pas pu terminer l’importation.',
    CANCELED: 'L’importation a été annulée.',
    REVERTED: 'L’importation a été défaite dans HubSpot.',
  },
  stateUnknown: (state) => `Réponse de HubSpot\u00a0: ${state}.`,
  canClose: 'Vous pouvez fermer cette page, l’importation continue.',
  processedOf: (n, total, f) => `${count(n, 'ligne', 'lignes', f)} sur ${f.number(total)}`,
  statCreated: (n) => (n < 2 ? 'fiche créée' : 'fiches créées'),
  statUpdated: (n) => (n < 2 ? 'fiche mise à jour' : 'fiches mises à jour'),
  statErrors: (n) => (n < 2 ? 'erreur pour l’instant' : 'erreurs pour l’instant'),
  statLists: (n) => (n < 2 ? 'liste créée' : 'listes créées'),
  cancelImport: 'Annuler l’importation',
  canceling: 'Annulation…',
  cancelMeans: 'Si vous annulez, les fiches déjà écrites sont conservées.',
  cancelingMeans: 'Annulation en cours. Les fiches déjà écrites sont conservées.',
  importNumber: (id) => `Importation ${id}`,
  counterNames: {
    PROPERTY_VALUES_EMITTED: 'valeurs écrites',
    UNIQUE_OBJECTS_WRITTEN: 'fiches différentes',
    ERRORS: 'erreurs',
    MAPPED_COLUMNS: 'colonnes associées',
    UNMAPPED_COLUMNS: 'colonnes non associées',
    ASSOCIATIONS_EMITTED: 'associations demandées',
    ASSOCIATIONS_CREATED: 'associations créées',
  },

  // Report
  doneTitle: (n, noun, f) => `${count(n, `${noun.one} est`, `${noun.many} sont`, f)} dans HubSpot`,
  doneTitleNone: (noun) => `Rien n’a été importé dans vos ${noun.many}`,
  doneIntroClean: (inFile, f) =>
    inFile < 2
      ? 'La seule ligne de votre fichier est arrivée.'
      : `Les ${f.number(inFile)} lignes de votre fichier sont arrivées.`,
  doneIntro: (imported, refused, notSent, inFile, f) => {
    const parts = [
      count(imported, 'importée', 'importées', f),
      ...(refused > 0 ? [count(refused, 'refusée', 'refusées', f)] : []),
      ...(notSent > 0 ? [count(notSent, 'non envoyée', 'non envoyées', f)] : []),
    ];
    return `${count(inFile, 'ligne', 'lignes', f)} dans votre fichier\u00a0: ${f.list(parts)}.`;
  },
  failedTitle: 'HubSpot n’a pas pu importer le fichier',
  failedIntro: 'Cette importation n’ira pas plus loin. Votre fichier et toutes vos décisions sont encore là.',
  canceledTitle: 'L’importation a été annulée',
  canceledIntro:
    'Les fiches que HubSpot avait déjà écrites sont conservées. Votre fichier et toutes vos décisions sont encore là.',
  revertedTitle: 'L’importation a été défaite',
  revertedIntro:
    'Quelqu’un a défait cette importation dans HubSpot. Votre fichier et toutes vos décisions sont encore là.',
  statImported: (n) => (n < 2 ? 'ligne importée' : 'lignes importées'),
  statRefusedRows: (n) => (n < 2 ? 'ligne refusée' : 'lignes refusées'),
  statLosingRows: (n) => (n < 2 ? 'ligne avec une valeur perdue' : 'lignes avec une valeur perdue'),
  statNotSent: (n) => (n < 2 ? 'ligne non envoyée' : 'lignes non envoyées'),
  statUnprocessed: (n) => (n < 2 ? 'ligne au sort inconnu' : 'lignes au sort inconnu'),
  moreNumbers: 'Tous les chiffres de HubSpot',
  listMade: (id) => `La liste ${id} contient les contacts importés.`,
  createdAt: 'Début',
  updatedAt: 'Dernière modification',
  importName: 'Nom',
  readingErrors: (n, f) => `Récupération des refus… ${f.number(n)} pour l’instant`,
  errorsPartly: 'Certaines erreurs n’ont pas pu être récupérées.',
  errorsPartlyAgain: 'Réessayer',
  errorCount: (n, f) => `${f.number(n)} fois`,
  valueColumn: 'Valeur',
  consequence: 'Conséquence',
  hubspotCode: 'Code HubSpot',
  hubspotMessage: 'Message de HubSpot',
  whatHappened: 'Ce qui s’est passé',
  whatToDo: 'Que faire',
  wholeFile: 'Fichier entier',
  errorsShown: (n, total, f) =>
    `${n < 2 ? 'La première' : `Les ${f.number(n)} premières`} sur ${f.number(total)}`,
  hubspotSays: (text) => `Message de HubSpot\u00a0: ${text}`,
  downloadRefused: 'Télécharger les lignes refusées',
  downloadReport: 'Télécharger le rapport d’erreurs',
  refusedName: (base) => `${base} - lignes refusées.csv`,
  reportName: (base) => `${base} - erreurs.csv`,
  another: 'Importer un autre fichier',
  tryAgain: 'Retour au contrôle',
  importEffect: {
    row: 'Non importée',
    value: 'Importée sans cette valeur',
    association: 'Importée sans l’association',
    file: 'Concerne tout le fichier',
  },

  // Errors
  error: {
    'file-empty': () =>
      'Le fichier est vide. Choisissez un fichier avec une ligne d’en-tête et au moins une ligne en dessous.',
    'file-too-large': (e, f) => {
      const { bytes, limitBytes } = facts(e, 'file-too-large');
      return `Le fichier fait ${f.bytes(bytes)}, la limite est de ${f.bytes(limitBytes)}. Divisez-le et importez les parties l’une après l’autre.`;
    },
    'file-too-many-rows': (e, f) =>
      `Le fichier compte plus de ${f.number(facts(e, 'file-too-many-rows').limit)} lignes. Divisez-le et importez les parties l’une après l’autre.`,
    'file-too-many-columns': (e, f) => {
      const { columns, limit } = facts(e, 'file-too-many-columns');
      return `Le fichier compte ${count(columns, 'colonne', 'colonnes', f)}, HubSpot en accepte ${f.number(limit)} au plus. Retirez celles dont vous n’avez pas besoin.`;
    },
    'file-not-text': (e) => {
      const { looksLike } = facts(e, 'file-not-text');
      const what: Record<typeof looksLike, string> = {
        pdf: 'C’est un PDF',
        xlsx: 'C’est un classeur Excel',
        xls: 'C’est un ancien classeur Excel',
        zip: 'C’est une archive zip',
        image: 'C’est une image',
        binary: 'Ce n’est pas un fichier de texte',
      };
      const isExcel = looksLike === 'xlsx' || looksLike === 'xls';
      const next = isExcel
        ? `Enregistrez la feuille au format ${quoted('CSV UTF-8')} et choisissez ce fichier.`
        : 'Choisissez un fichier CSV.';
      return `${what[looksLike]}, quel que soit son nom. ${next}`;
    },
    'file-no-rows': () => 'Il y a une ligne d’en-tête, mais rien à importer en dessous.',
    'file-unreadable': () =>
      'Le navigateur ne peut plus lire le fichier, qui a été déplacé, modifié ou interdit d’accès. Choisissez-le à nouveau.',
    'storage-full': (e, f) =>
      `Le navigateur n’a pas la place d’enregistrer le fichier corrigé, de ${f.bytes(facts(e, 'storage-full').bytes)}. Rien n’a été envoyé. Libérez de la place sur le disque, quittez la navigation privée le cas échéant, puis réessayez.`,
    'csv-row-too-large': (e, f) => {
      const { row, limitBytes } = facts(e, 'csv-row-too-large');
      return `La ligne ${f.number(row)} dépasse ${f.bytes(limitBytes)}. Sans doute un guillemet y est-il ouvert et jamais fermé\u00a0: corrigez-le dans le fichier et choisissez à nouveau celui-ci.`;
    },
    'mapping-empty': () => 'Aucune colonne n’est encore associée à une propriété. Associez-en au moins une.',
    'mapping-repeated': () =>
      'Deux colonnes sont associées à la même propriété. Choisissez celle que recevra HubSpot.',
    'mapping-no-identifier': () =>
      'Pour mettre à jour uniquement, il faut une colonne qui identifie les fiches. Associez l’ID de fiche ou un autre identifiant, ou créez aussi des fiches.',
    'worker-failed': () =>
      'Le contrôle s’est arrêté de façon inattendue. Votre fichier est intact, réessayez.',
    'token-endpoint-missing': () =>
      'Cette page n’indique pas où envoyer les importations. Son développeur doit renseigner l’attribut token-endpoint.',
    'token-refused': (e) => {
      const { status } = facts(e, 'token-refused');
      if (status === 401)
        return 'Votre session sur cette page est terminée. Reconnectez-vous, puis continuez ici.';
      if (status === 403)
        return 'Vous n’avez pas le droit d’importer. Adressez-vous au responsable de cette page.';
      if (status === 404)
        return 'Rien ne répond à l’adresse token-endpoint (404). Le développeur de la page doit la vérifier.';
      return `L’adresse token-endpoint a refusé (${status}). Rien n’a été envoyé. Réessayez, ou prévenez le responsable de cette page.`;
    },
    'import-unauthorized': () =>
      'HubSpot n’a pas accepté l’autorisation de la page, même renouvelée. Rien n’a été envoyé. Reconnectez-vous, ou prévenez le responsable de cette page.',
    'import-forbidden': (e) => {
      const { scopes, message } = facts(e, 'import-forbidden');
      return scopes.length > 0
        ? `Il manque une autorisation à la connexion HubSpot de la page\u00a0: ${scopes.join(', ')}. Prévenez le responsable de cette page.`
        : `Cette importation n’est pas autorisée. ${message ?? 'Adressez-vous au responsable de cette page.'}`;
    },
    'import-not-found': () =>
      'Rien ne répond à l’adresse des importations (404), ou HubSpot ne connaît pas cette importation.',
    'import-too-large': (e) =>
      `Le fichier dépasse ce que HubSpot ou le serveur accepte. ${facts(e, 'import-too-large').message ?? 'Divisez-le et importez les parties l’une après l’autre.'}`,
    'import-rejected': (e) => {
      const { message, status } = facts(e, 'import-rejected');
      return `HubSpot a refusé toute l’importation (${status})${message === null ? '.' : `\u00a0: ${message}`}`;
    },
    'import-unknown': (e) =>
      `La réponse s’est perdue, personne ne sait donc si l’importation ${quoted(facts(e, 'import-unknown').name)} a commencé. Avant un nouvel envoi, elle est d’abord cherchée parmi les importations de HubSpot.`,
    'rate-limited': (e, f) => {
      const { retryAfterMs } = facts(e, 'rate-limited');
      return `HubSpot reçoit trop de requêtes. ${retryAfterMs === null ? 'Patientez un instant et réessayez.' : `Réessayez dans ${f.duration(retryAfterMs)}.`}`;
    },
    'server-failed': (e) =>
      `HubSpot ou le serveur est en difficulté (${facts(e, 'server-failed').status}). Rien n’est perdu, réessayez plus tard.`,
    network: () =>
      'Pas de réponse\u00a0: la connexion est coupée, ou le serveur. Rien n’est perdu, réessayez.',
    timeout: (e, f) =>
      `Pas de réponse après ${f.duration(facts(e, 'timeout').timeoutMs)}. Rien n’est perdu, réessayez.`,
    'response-unexpected': (e) =>
      `Le serveur n’a pas répondu comme HubSpot (${facts(e, 'response-unexpected').contentType ?? 'sans type de contenu'}). Le développeur de la page doit vérifier ses adresses.`,
  },
  errorReference: (correlationId) => `Référence pour l’assistance\u00a0: ${correlationId}`,
};
