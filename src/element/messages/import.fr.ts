import { count } from './fr.grammar.js';
import type { importingEn } from './import.en.js';

/** What is said from sending to the report. */
export const importingFr: typeof importingEn = {
  // Submitting
  preparingTitle: 'Écriture du fichier corrigé',
  preparingIntro: 'Votre fichier reste tel quel.',
  submittingTitle: (name) => `Envoi du fichier ${name}`,
  submittingIntro: 'Gardez cette page ouverte jusqu’à la fin de l’envoi.',
  submittingAnswer: 'Tout est envoyé. En attente de la réponse de HubSpot…',
  sentOf: (sent, total) => `${sent} sur ${total}`,
  speed: (bytesPerSecond) => `${bytesPerSecond} par seconde`,
  cancelUpload: 'Annuler',
  lookingTitle: 'Recherche de l’importation dans HubSpot',
  lookingIntro:
    'L’importation a peut-être commencé\u00a0: la liste de HubSpot le dira. Rien n’est envoyé entre-temps.',

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
  leave: 'Importer un autre fichier en attendant',
  foundNote:
    'La réponse à l’envoi s’est perdue. HubSpot a bien l’importation\u00a0: la voici, et rien n’a été envoyé une seconde fois.',
  foundEarlierNote: (when) =>
    `HubSpot a bien l’importation de ce fichier dont la réponse s’était perdue (envoi\u00a0: ${when})\u00a0: la voici. Rien n’a été envoyé une seconde fois, donc les changements faits depuis n’y sont pas.`,
  pickedUpNote: (files, when) =>
    `Reprise là où elle en était\u00a0: ${files}, envoi du ${when} depuis cette page.`,
  cancelFailed: (reason) =>
    `L’annulation n’a pas pu être demandée à HubSpot, l’importation continue. ${reason}`,
  cancelImport: 'Annuler l’importation',
  canceling: 'Annulation…',
  cancelMeans: 'Si vous annulez, les fiches déjà écrites sont conservées.',
  cancelingMeans: 'Annulation en cours. Les fiches déjà écrites sont conservées.',
  importNumber: (id) => `Importation ${id}`,
  counterNames: {
    PROPERTY_VALUES_EMITTED: 'valeurs écrites',
    UNIQUE_OBJECTS_WRITTEN: 'fiches différentes',
    CREATED_OBJECTS: 'fiches créées',
    UPDATED_OBJECTS: 'fiches mises à jour',
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
    inFile < 2 ? 'La seule ligne est arrivée.' : `Les ${f.number(inFile)} lignes sont arrivées.`,
  doneIntro: (imported, refused, notSent, inFile, f) => {
    const parts = [
      count(imported, 'importée', 'importées', f),
      ...(refused > 0 ? [count(refused, 'refusée', 'refusées', f)] : []),
      ...(notSent > 0 ? [count(notSent, 'non envoyée', 'non envoyées', f)] : []),
    ];
    return `${count(inFile, 'ligne', 'lignes', f)} en tout\u00a0: ${f.list(parts)}.`;
  },
  doneIntroLosing: (losing, inFile, f) => {
    if (inFile < 2) return 'La seule ligne est arrivée, en partie seulement.';
    const some = losing === inFile ? 'toutes' : f.number(losing);
    return `Les ${f.number(inFile)} lignes sont arrivées, dont ${some} en partie seulement.`;
  },
  failedTitle: 'HubSpot a interrompu l’importation',
  failedTitleNone: 'HubSpot n’a pas pu importer le fichier',
  failedIntro: 'Cette importation n’ira pas plus loin.',
  canceledTitle: 'L’importation a été annulée',
  canceledIntro: 'Les fiches que HubSpot avait déjà écrites sont conservées.',
  revertedTitle: 'L’importation a été défaite',
  revertedIntro: 'Quelqu’un a défait cette importation dans HubSpot, une fois terminée.',
  keptAll: 'Tout ce que vous avez décidé est encore là.',
  again: {
    updates:
      'Vous pouvez réimporter le fichier\u00a0: les lignes déjà écrites par HubSpot ne font que mettre à jour leurs fiches, les autres s’ajoutent.',
    refuses:
      'Vous pouvez réimporter le fichier\u00a0: HubSpot refuse les lignes qu’il a déjà écrites, les autres s’ajoutent.',
    doubles:
      'Attention si vous réimportez le fichier\u00a0: rien n’indique à HubSpot quelles fiches il a déjà écrites, il les crée donc une seconde fois. Écartez les lignes déjà présentes.',
  },
  againUndone: 'HubSpot ne dit pas quelles fiches restent. Vérifiez-le avant de réimporter le fichier.',
  canceledTooLate: 'Elle était terminée avant de pouvoir être annulée.',
  statImported: (n) => (n < 2 ? 'ligne importée' : 'lignes importées'),
  statWasImported: (n) => (n < 2 ? 'ligne avait été importée' : 'lignes avaient été importées'),
  statRefusedRows: (n) => (n < 2 ? 'ligne refusée' : 'lignes refusées'),
  statLosingRows: (n) => (n < 2 ? 'ligne importée en partie' : 'lignes importées en partie'),
  statNotSent: (n) => (n < 2 ? 'ligne non envoyée' : 'lignes non envoyées'),
  statUnprocessed: (n) => (n < 2 ? 'ligne au sort inconnu' : 'lignes au sort inconnu'),
  moreNumbers: 'Tous les chiffres de HubSpot',
  listMade: (id) => `La liste ${id} contient les contacts importés.`,
  createdAt: 'Début',
  updatedAt: 'Dernière modification',
  importObjects: 'Objets',
  importSource: 'Lancée depuis',
  importSources: {
    API: 'cet outil ou une autre application',
    CRM_UI: 'l’interface de HubSpot',
    IMPORT: 'l’outil d’importation de HubSpot',
    MOBILE_ANDROID: 'HubSpot pour Android',
    MOBILE_IOS: 'HubSpot pour iOS',
    SALESFORCE: 'le connecteur Salesforce',
  },
  importTemplate: 'À partir de',
  importOptOut: 'Désabonnement des e-mails',
  importFileIds: 'Fichiers chez HubSpot',
  yes: 'Oui',
  importName: 'Nom',
  readingErrors: (n, total, f) =>
    total > n
      ? `Récupération des refus… ${f.number(n)} sur ${f.number(total)}`
      : `Récupération des refus… ${f.number(n)} pour l’instant`,
  stopErrors: 'S’arrêter là',
  errorsPartly: 'Toutes les erreurs n’ont pas été récupérées.',
  errorsPartlyAgain: 'Récupérer la suite',
  errorCount: (n, f) => `${f.number(n)} fois`,
  valueColumn: 'Valeur',
  consequence: 'Conséquence',
  hubspotCode: 'Code HubSpot',
  hubspotMessage: 'Message de HubSpot',
  whatHappened: 'Ce qui s’est passé',
  whatToDo: 'Que faire',
  wholeFile: 'Fichier entier',
  showErrors: (n, f) => `En afficher ${f.number(n)}`,
  lineNumber: 'Ligne envoyée',
  wholeFileAdvice:
    'Réimportez le fichier. Si HubSpot s’interrompt de nouveau, donnez le numéro de l’importation à son assistance.',
  errorsShown: (n, total, f) =>
    `${n < 2 ? 'La première' : `Les ${f.number(n)} premières`} sur ${f.number(total)}`,
  hubspotSays: (text) => `Message de HubSpot\u00a0: ${text}`,
  correctRefused: 'Corriger les lignes refusées',
  correctRefusedHint: 'Corrigez-les ici, ou dans un tableur, et n’importez à nouveau que celles-ci.',
  downloadRefused: 'Télécharger les lignes refusées',
  downloadReport: 'Télécharger le rapport d’erreurs',
  refusedImport: (name) => `${name} - lignes refusées`,
  refusedName: (base) => `${base} - lignes refusées.csv`,
  reportName: (base) => `${base} - erreurs.csv`,
  another: 'Importer un autre fichier',
  partsBefore: (parts) => `Avant d’être défaite\u00a0: ${parts}`,
  tryAgain: 'Retour au contrôle',

  // Recent imports
  recentTitle: 'Importations récentes',
  recentIntro: 'Telles que HubSpot les connaît, la plus récente d’abord.',
  recentReading: 'Récupération des importations…',
  recentNone: 'Il n’y en a pas encore.',
  recentOpen: 'Ouvrir',
  recentOpenLabel: (name) => `Ouvrir ${name}`,
  recentMore: 'En afficher plus',
  recentErrors: (n) => (n < 2 ? 'erreur' : 'erreurs'),
  recentNameless: (id) => `Importation ${id}`,
  stateName: {
    STARTED: 'Sur le point de commencer',
    DEFERRED: 'En attente de son tour',
    PROCESSING: 'En cours',
    DONE: 'Terminée',
    FAILED: 'Échouée',
    CANCELED: 'Annulée',
    REVERTED: 'Défaite',
  },

  importEffect: {
    row: 'Non importée',
    value: 'Importée sans cette valeur',
    association: 'Importée sans l’association',
    file: 'Concerne tout le fichier',
  },
};
