import { count, inside, options, quoted } from './fr.grammar.js';
import { LIMITS } from '../../core/hubspot.js';
import type { checkEn } from './check.en.js';

/** What is said of the rows before they are sent. */
export const checkFr: typeof checkEn = {
  // Checking
  checkingTitle: (rows) => `Contrôle en cours\u00a0: ${rows}`,
  checkingIntro: 'Chaque ligne est lue avant tout envoi.',
  checkedSoFar: (rows, f) => count(rows, 'ligne pour l’instant', 'lignes pour l’instant', f),

  // Ready
  readyTitle: (n, noun, f) => `Prêt à importer ${count(n, noun.one, noun.many, f)}`,
  readyTitleRows: (n, noun, f) => `Prêt à importer ${count(n, 'ligne', 'lignes', f)}\u00a0: ${noun.many}`,
  readyTitleRefused: (rows) =>
    rows < 2 ? 'HubSpot refuserait cette ligne' : 'HubSpot refuserait toutes ces lignes',
  readyTitleNone: (noun) => `Rien à importer dans vos ${noun.many}`,
  readyIntro: (rows, sent, f) => {
    const checked =
      rows < 2 ? 'La seule ligne a été contrôlée' : `Les ${f.number(rows)} lignes ont été contrôlées`;
    return sent === rows ? `${checked}.` : `${checked}\u00a0; ${f.number(sent)} seront envoyées.`;
  },
  nothingSent: 'Rien n’a encore été envoyé.',
  recheckingIntro: 'Contrôle de vos modifications…',
  statClean: (n) => (n < 2 ? 'ligne sans problème' : 'lignes sans problème'),
  statLosing: (n) => (n < 2 ? 'ligne sera importée en partie' : 'lignes seront importées en partie'),
  statRefused: (n) => (n < 2 ? 'ligne que HubSpot refusera' : 'lignes que HubSpot refusera'),
  statRepeated: (n) => (n < 2 ? 'ligne fusionnée avec une autre' : 'lignes fusionnées avec une autre'),
  statLeftOut: (n) => (n < 2 ? 'ligne exclue par vous' : 'lignes exclues par vous'),
  statEmpty: (n) => (n < 2 ? 'ligne vide ou sans rien à importer' : 'lignes vides ou sans rien à importer'),
  noProblems: 'Rien ne demande votre attention.',
  problemsTitle: 'Points à vérifier',
  importRows: (n, f) => `Importer ${count(n, 'ligne', 'lignes', f)}`,
  sendTitle: 'Ce qui sera envoyé',
  sendName: 'Nom',
  sendNameMeans: 'L’importation porte ce nom dans HubSpot.',
  sendObject: 'Objet',
  sendColumn: 'Colonne',
  sendColumns: 'Colonnes',
  sendColumnsOf: (n, total, f) => `${f.number(n)} sur ${f.number(total)}`,
  sendFile: 'Fichier',
  sendFileSame: 'Tel quel',
  sendFileCorrected: 'Copie corrigée',
  sendFileCsv: 'Copie en CSV',
  sendJoined: 'Colonne commune',
  sendJoinedBy: (header, file, owner) => `${header}, ${file} avec ${owner}`,
  sendSize: 'Taille',
  sendCorrectedBecause: (reasons) =>
    `Une copie corrigée en UTF-8 est envoyée, car ${reasons}. Votre fichier reste tel quel.`,
  sendCsvBecause:
    'Une copie en CSV est envoyée, car HubSpot ne lit à coup sûr que les classeurs d’une seule feuille, sans dates ni formules. Votre fichier reste tel quel.',
  copyReason: {
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
  downloadContentOf: (name) => `Télécharger ${name} tel qu’envoyé`,
  copied: 'Copié',
  createList: 'Créer une liste des contacts importés',
  createListMeans: 'HubSpot crée une liste statique\u00a0: les contacts ajoutés plus tard n’y entrent pas.',
  marketableLabel: 'Statut marketing',
  marketableUnset: 'Ne rien changer',
  marketableTrue: 'Contacts marketing',
  marketableFalse: 'Contacts non marketing',
  marketableMeans: {
    unset: 'Les contacts gardent leur statut actuel.',
    true: 'Ils peuvent recevoir des e-mails marketing et comptent comme contacts marketing dans votre abonnement HubSpot.',
    false: 'Ils ne reçoivent pas d’e-mails marketing.',
  },

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
    'key-unknown': (n, p, f) =>
      `${count(n, 'valeur', 'valeurs', f)}${inside(p)} ${n < 2 ? 'n’est pas' : 'ne sont pas'} dans l’autre fichier`,
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
  effectKey: 'L’import se fait sans l’association, sauf si HubSpot a déjà la fiche.',
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
  fixSearch: 'Choisir ou rechercher',
  fixSuggestion: (value) => `Utiliser ${quoted(value)}`,
  fixAllSuggestions: (n, f) => `Utiliser ${count(n, 'suggestion', 'suggestions', f)}`,
  addOptions: (n, property, f) => `Ajouter ${count(n, 'option', 'options', f)} à la propriété ${property}`,
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
  changesMade: (n, f) => count(n, 'correction', 'corrections', f),
  takeAllRows: 'Reprendre toutes les lignes',
  onlyRefused: (n, f) =>
    n < 2
      ? 'Seule la ligne refusée par HubSpot est prise.'
      : `Seules les ${f.number(n)} lignes refusées par HubSpot sont prises.`,
  rowsLeftOut: (n, first, last) => (n === 1 ? `Ligne ${first} exclue` : `Lignes ${first} à ${last} exclues`),
  undo: 'Rétablir',
  undoLabel: (what) => `Rétablir : ${what}`,
  undoAll: 'Tout rétablir',
};
