import { count, quoted } from './fr.grammar.js';
import type { matchEn } from './match.en.js';

/** What is said where columns meet properties. */
export const matchFr: typeof matchEn = {
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
  rememberedChoices: (n, f) =>
    `${count(n, 'choix repris', 'choix repris', f)} du dernier fichier avec ces en-têtes.`,
  forgetChoices: 'Repartir sans',
  filesLabel: 'Fichiers de cette importation',
  fileTab: (columns, open, f) =>
    open > 0 ? `${f.number(open)} à décider` : count(columns, 'colonne', 'colonnes', f),
  addFile: 'Ajouter un fichier',
  removeFile: 'Retirer ce fichier',
  fileHoldsOnly: (nouns) => `Contenu de ce fichier\u00a0: ${nouns}.`,
  fileHolds: 'Contenu de ce fichier\u00a0:',
  removeObject: (nouns) => `Retirer du contenu de ce fichier\u00a0: ${nouns}`,
  sameRow: 'Les fiches d’une même ligne sont associées entre elles.',
  addObject: 'Ajouter un objet',
  propertyOf: (label, noun) => `${label} (${noun.one})`,
  ofObject: (noun, kind) => (kind === '' ? noun.one : `${noun.one} · ${kind}`),
  targetLabels: (from, to) => `Libellé d’association, ${from.one} vers ${to.one}`,
  targetKeys: (noun, property) => `Fiche associée (${noun.one}), par ${property}`,
  targetRecordIds: (noun, label) =>
    label === null
      ? `ID d’une fiche existante (${noun.one})`
      : `ID d’une fiche existante (${noun.one}, ${label})`,
  targetCommon: (header, file) => `Comme ${header} dans ${file}`,
  kindLabels: 'Libellés',
  kindAssociation: 'Association',
  createProperty: 'Créer une propriété…',
  createPropertyOf: (noun) => `Créer une propriété (${noun.one})…`,
  draftTitle: 'Nouvelle propriété',
  draftIntro: (noun) =>
    `Elle est créée aussitôt dans HubSpot, pour l’objet ${noun.one}, et cette colonne lui est associée.`,
  draftLabel: 'Libellé',
  draftName: 'Nom interne',
  draftKind: 'Valeurs',
  draftGroup: 'Groupe',
  draftOptions: 'Options, une par ligne',
  draftCreate: 'Créer et associer',
  draftSent: 'Création…',
  draftProblem: {
    'label-missing': 'Donnez-lui un libellé.',
    'name-invalid':
      'Le nom interne se compose de minuscules, de chiffres et de _, et commence par une lettre.',
    'name-taken': 'Une propriété porte déjà ce nom interne.',
    'options-missing': 'Donnez au moins une option.',
  },
  definitionRefused: (message) => `HubSpot répond\u00a0: ${message}`,
  groupTies: 'Associations',
  submission: {
    REGISTERED: 'Inscription à l’événement',
    JOINED: 'Arrivée à l’événement',
    LEFT: 'Départ de l’événement',
    CANCELLED: 'Annulation',
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
    remembered: 'Comme la dernière fois',
    headerAndValues: 'L’en-tête et les valeurs l’indiquent',
    labels: 'Les valeurs sont des libellés d’association',
    common: 'Les mêmes valeurs identifient des fiches de l’autre fichier',
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
  columnFound: (rows, file, f) =>
    rows < 2 ? `La seule valeur se trouve dans ${file}` : `Les ${f.number(rows)} valeurs sont dans ${file}`,
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
  settingsWhole: 'Toute l’importation',
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
  createsOnly: (noun) =>
    `Chaque ligne crée une fiche. L’importation de HubSpot ne met pas à jour vos ${noun.many}.`,
  identifierLabel: 'Identifiant',
  identifierNone: 'Aucun\u00a0: chaque ligne crée une fiche',
  identifierMissing: 'Aucune colonne pour l’instant',
  domainTrap: 'Une ligne dont le domaine est celui de plusieurs entreprises est refusée.',
  eventLabel: 'Événement marketing',
  eventMeans: 'L’ID de fiche de l’événement auquel les contacts ont participé.',
  eventMissing: 'Il ne contient que des chiffres.',
  eventEnter: 'Le saisir',
  zoneLabel: 'Fuseau horaire',
  zoneMeans: 'Les heures sans décalage s’entendent dans ce fuseau.',
  identifierMeans: (label, noun) =>
    `${quoted(label)} permet de retrouver chaque ligne dans vos ${noun.many}.`,
  datesLabel: 'Dates',
  datesMeans: 'HubSpot lit toutes les dates de l’importation dans cet ordre.',
  dateFormat: {
    DAY_MONTH_YEAR: 'Jour, mois, année',
    MONTH_DAY_YEAR: 'Mois, jour, année',
    YEAR_MONTH_DAY: 'Année, mois, jour',
  },
  dateFormatDetected: (format) => `${format} (détecté)`,
  mappingProblem: {
    'mapping-empty': 'Aucune colonne n’est encore associée\u00a0: il n’y a rien à importer.',
    'mapping-repeated': (label) =>
      `Deux colonnes sont associées à ${quoted(label)}, mais HubSpot n’en accepte qu’une. Changez l’autre.`,
    'mapping-unknown': (name) =>
      `HubSpot n’a pas de propriété ${quoted(name)} que l’on puisse importer. Choisissez-en une autre.`,
    'mapping-no-identifier-update': (noun) =>
      `Pour mettre à jour uniquement, il faut une colonne qui identifie vos ${noun.many}, par exemple l’ID de fiche.`,
    'mapping-no-identifier': (noun) =>
      `Aucune colonne n’identifie vos ${noun.many}\u00a0: réimporter ce fichier créerait des doublons. Si une colonne permet de les distinguer, associez-la.`,
    'mapping-required': (labels, noun) =>
      `Pour créer une fiche (${noun.one}), HubSpot a besoin de valeurs pour\u00a0: ${labels}. Associez les colonnes qui les donnent.`,
    'mapping-required-new': (labels, noun) =>
      `Pour créer une fiche (${noun.one}), HubSpot a besoin de valeurs pour\u00a0: ${labels}. Associez les colonnes qui les donnent, ou choisissez «\u00a0Mettre à jour uniquement\u00a0».`,
    'mapping-empty-file': (name) =>
      `Dans ${name}, aucune colonne n’est encore associée. Associez-en une, ou retirez le fichier.`,
    'mapping-untied': (noun, to) =>
      to === null
        ? `HubSpot n’importe les ${noun.many} qu’avec la fiche à laquelle ils ou elles appartiennent. Associez une colonne qui l’indique.`
        : `HubSpot n’importe les ${noun.many} qu’avec la fiche à laquelle ils ou elles appartiennent (${to}). Associez une colonne qui l’indique.`,
    'mapping-label-alone': (header) =>
      `La colonne ${header} donne un libellé d’association, mais aucune colonne n’indique l’autre fiche. Associez celle qui l’indique, ou n’importez pas celle-ci.`,
    'mapping-no-event':
      'Indiquez l’événement marketing auquel les contacts ont participé\u00a0: son ID de fiche se saisit sous «\u00a0Mode d’importation\u00a0».',
    'mapping-not-joined': (name) =>
      `Rien ne relie le fichier ${name} aux autres\u00a0: leurs fiches ne seront pas associées. Associez la colonne que les deux ont en commun.`,
    'mapping-common-key': (header) =>
      `La colonne ${header} relie les fichiers, mais ce à quoi elle est comparée n’identifie pas de fiches. Associez cette colonne à l’ID de fiche, à un e-mail, à un domaine ou à une autre propriété unique.`,
    'mapping-one-file': (header) =>
      `La colonne ${header} désigne d’autres fiches du même objet. HubSpot ne l’accepte que dans une importation d’un seul fichier\u00a0: n’importez pas cette colonne, ou importez ce fichier seul.`,
    'mapping-switched-off': (noun) =>
      `Votre compte HubSpot n’utilise pas cet objet (${noun.many})\u00a0: une personne qui gère le compte doit d’abord l’activer.`,
    'mapping-unrelated': (noun) =>
      `HubSpot ne peut pas associer les ${noun.many} aux autres fiches de leurs lignes. Importez-les depuis un fichier à part.`,
    'mapping-primary-email':
      'Les contacts sont retrouvés par leur ID de fiche\u00a0: l’e-mail de chaque ligne devient leur e-mail principal, même s’il était secondaire. Si ce n’est pas voulu, n’importez pas l’e-mail.',
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
  sheetSummary: (sheet, header) => `Feuille ${quoted(sheet)}, ${header}`,
  sheetLabel: 'Feuille',
  sheetOneOf: (n, f) => `Une des ${f.number(n)} feuilles est importée.`,
  sheetOpening: (sheet) => `Lecture de ${quoted(sheet)}…`,
  headerIn: (row) => (row === 0 ? 'sans ligne d’en-tête' : `en-tête en ligne ${row}`),

  // All rows
  rowsTitle: 'Toutes les lignes',
  rowsShowAll: (n, f) => `Voir les ${f.number(n)} lignes`,
  rowsClose: 'Fermer',
  allRowsLabel: (name) => `Toutes les lignes du fichier ${name}`,
  rowsCounted: (n, f) => `${count(n, 'ligne', 'lignes', f)} dans le tableau`,
  rowsFilter: 'Afficher',
  rowsAll: 'Toutes les lignes',
  rowsWithProblems: 'Lignes avec un problème',
  rowsSearch: 'Chercher dans toutes les cellules',
  rowsGoTo: 'Aller à la ligne',
  rowsFound: (n, f) => count(n, 'ligne trouvée', 'lignes trouvées', f),

  // Footer notes
  checkingNote: (percent) => `Contrôle des lignes… ${percent}`,
  checkedNote: (rows, f) => count(rows, 'ligne contrôlée', 'lignes contrôlées', f),
  review: 'Vérifier l’envoi',
};
