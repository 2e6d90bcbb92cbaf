import { count, quoted } from './fr.grammar.js';
import { facts } from './facts.js';
import type { startEn } from './start.en.js';

/** What is said before a file has come, and of whatever goes wrong: loaded with the element. */
export const startFr: typeof startEn = {
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
    '0-8': { one: 'ligne de produit', many: 'lignes de produit' },
    '0-136': { one: 'lead', many: 'leads' },
    '0-123': { one: 'commande', many: 'commandes' },
    '0-142': { one: 'panier', many: 'paniers' },
    '0-421': { one: 'rendez-vous', many: 'rendez-vous' },
    '0-410': { one: 'cours', many: 'cours' },
    '0-420': { one: 'annonce', many: 'annonces' },
    '0-162': { one: 'service', many: 'services' },
    '0-48': { one: 'appel', many: 'appels' },
    '0-49': { one: 'e-mail', many: 'e-mails' },
    '0-47': { one: 'réunion', many: 'réunions' },
    '0-46': { one: 'note', many: 'notes' },
    '0-27': { one: 'tâche', many: 'tâches' },
    '0-18': { one: 'communication', many: 'communications' },
    '0-116': { one: 'courrier postal', many: 'courriers postaux' },
    '0-54': { one: 'participant', many: 'participants' },
  },
  otherObject: { one: 'fiche', many: 'fiches' },

  // Drop
  dropTitle: (noun) => `Déposez ici le fichier de vos ${noun.many}`,
  dropLimits: (bytes, rows) =>
    `CSV ou Excel (.xlsx), jusqu’à ${bytes} et ${rows} lignes. Rien n’est envoyé sans votre accord.`,
  dropAnySize: (bytes, rows) =>
    `CSV ou Excel (.xlsx) de toute taille\u00a0: au-delà de ${bytes} ou ${rows} lignes, il part en plusieurs importations. Rien n’est envoyé sans votre accord.`,
  numbered: (name, number, parts) => `${name} (${number} sur ${parts})`,
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

  // Reading
  readingTitle: (name) => `Lecture du fichier ${name}`,
  readingIntro: 'Les premières lignes seulement, pour voir comment le fichier est écrit.',
  readingSheet: (percent) => `La feuille entière, ${percent} pour l’instant.`,
  readingProperties: 'Récupération des propriétés de votre compte HubSpot…',

  // Errors
  error: {
    'file-empty': () =>
      'Le fichier est vide. Choisissez un fichier avec une ligne d’en-tête et au moins une ligne en dessous.',
    'file-too-large': (e, f) => {
      const { bytes, limitBytes, files } = facts(e, 'file-too-large');
      const limit = `Le fichier fait ${f.bytes(bytes)}, la limite est de ${f.bytes(limitBytes)}`;
      return files > 1
        ? `${limit} quand plusieurs fichiers sont importés ensemble, car ils ne peuvent pas être envoyés en parties. Importez-le seul, ou divisez-le.`
        : `${limit}. Divisez-le et importez les parties l’une après l’autre.`;
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
        xls: 'C’est un ancien classeur Excel (.xls), ou protégé par un mot de passe',
        ods: 'C’est une feuille de calcul OpenDocument',
        numbers: 'C’est une feuille de calcul Numbers',
        zip: 'C’est une archive zip',
        image: 'C’est une image',
        binary: 'Ce n’est pas un fichier de texte\u00a0: il contient des octets qu’aucun texte ne contient',
      };
      const isSavedAgain = !['pdf', 'zip', 'image'].includes(looksLike);
      const next = isSavedAgain
        ? `Enregistrez-le au format .xlsx sans mot de passe, ou ${quoted('CSV UTF-8')}, et choisissez ce fichier.`
        : 'Choisissez un fichier CSV ou un classeur Excel (.xlsx).';
      return `${what[looksLike]}. ${next}`;
    },
    'workbook-unreadable': (e) => {
      const what = {
        damaged: 'Ce classeur est endommagé ou incomplet',
        xlsb: 'C’est un classeur Excel binaire (.xlsb)',
        'too-large': 'Ce classeur est trop volumineux pour un navigateur',
      };
      return `${what[facts(e, 'workbook-unreadable').fault]}. Ouvrez-le dans Excel, enregistrez-le au format .xlsx ou ${quoted('CSV UTF-8')}, et choisissez ce fichier.`;
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
    'mapping-no-event': () =>
      'Le fichier contient des heures de participation à un événement marketing. Indiquez l’ID de fiche de l’événement, ou n’importez pas ces colonnes.',
    'mapping-common-key': () =>
      'La colonne qui relie les fichiers doit identifier des fiches\u00a0: ID de fiche, e-mail, domaine ou autre propriété unique.',
    'worker-failed': () =>
      'Le contrôle s’est arrêté de façon inattendue. Votre fichier est intact, réessayez.',
    'wrong-status': (e) =>
      `L’importateur est à l’étape « ${facts(e, 'wrong-status').status} », où cette action est impossible.`,
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
    'import-unknown': (e) => {
      const { name, isListRead } = facts(e, 'import-unknown');
      const lost = `L’envoi de ${quoted(name)} a été interrompu avant la réponse de HubSpot\u00a0: l’importation a peut-être commencé.`;
      return isListRead
        ? `${lost} La liste des importations de HubSpot ne la contient pas encore. Avant un nouvel envoi, elle y est d’abord cherchée.`
        : `${lost} La liste des importations de HubSpot, qui le dirait, n’a pas pu être lue. Rien n’est envoyé tant qu’elle ne peut pas l’être\u00a0: réessayez.`;
    },
    'import-never-began': (e, f) => {
      const { name, sentAtMs } = facts(e, 'import-never-began');
      return `L’envoi de ${quoted(name)} était en cours quand cette page a été quittée (${f.moment(sentAtMs)}). La liste des importations de HubSpot ne contient pas cette importation, qui n’a donc jamais commencé. Choisissez à nouveau le fichier pour l’envoyer.`;
    },
    'import-elsewhere': () =>
      'Ce fichier est en cours d’envoi dans un autre onglet ou une autre fenêtre. Rien n’a été envoyé d’ici\u00a0: suivez l’importation là-bas.',
    'import-repeated': (e, f) => {
      const { name, importId, sentAtMs } = facts(e, 'import-repeated');
      return `Ce fichier a déjà été envoyé depuis ce navigateur\u00a0: importation ${importId}, ${quoted(name)}, ${f.moment(sentAtMs)}. Rien n’a été envoyé cette fois-ci. Pour l’importer à nouveau, appuyez encore une fois sur le bouton.`;
    },
    'rate-limited': (e, f) => {
      const { retryAfterMs, policy } = facts(e, 'rate-limited');
      if (policy === 'DAILY')
        return 'La limite quotidienne d’appels de HubSpot est atteinte. Elle est levée à minuit, heure du compte HubSpot. Rien n’est perdu.';
      return `HubSpot reçoit trop de requêtes. ${retryAfterMs === null ? 'Patientez un instant et réessayez.' : `Réessayez dans ${f.duration(retryAfterMs)}.`}`;
    },
    'server-failed': (e, f) => {
      const { status, retryAfterMs } = facts(e, 'server-failed');
      const when = retryAfterMs === null ? 'plus tard' : `dans ${f.duration(retryAfterMs)}`;
      return status === 477
        ? `Le compte HubSpot est en cours de transfert vers un autre centre de données. Rien n’est perdu, réessayez ${when}.`
        : `HubSpot ou le serveur est en difficulté (${status}). Rien n’est perdu, réessayez ${when}.`;
    },
    network: () =>
      'Pas de réponse\u00a0: la connexion est coupée, ou le serveur. Rien n’est perdu, réessayez.',
    timeout: (e, f) =>
      `Pas de réponse après ${f.duration(facts(e, 'timeout').timeoutMs)}. Rien n’est perdu, réessayez.`,
    'response-unexpected': (e) =>
      `Le serveur n’a pas répondu comme HubSpot (${facts(e, 'response-unexpected').contentType ?? 'sans type de contenu'}). Le développeur de la page doit vérifier ses adresses.`,
  },
  lookAgain: 'Chercher à nouveau',
  forgetLost: 'J’ai vérifié dans HubSpot\u00a0: elle n’y est pas',
  openImport: (id) => `Ouvrir l’importation ${id}`,

  // Waiting
  waitingOffline: 'Vous êtes hors ligne. L’importation reprendra d’elle-même dès le retour de la connexion.',
  waitingFor: {
    'rate-limited': 'HubSpot n’accepte plus d’appels pour l’instant.',
    'server-failed': 'HubSpot ou le serveur est en difficulté.',
    other: 'Aucune réponse n’est arrivée.',
  },
  waitingGoesOn: (time) => `Nouvel essai dans ${time}.`,
  stopWaiting: 'Ne plus attendre',
  pickingUp: 'Recherche de ce qui a été envoyé d’ici auparavant…',
  recentImports: 'Importations récentes',

  errorReference: (correlationId) => `Référence pour l’assistance\u00a0: ${correlationId}`,
};
