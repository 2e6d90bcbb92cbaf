import type { ImportErrorWords } from './import-error-words.js';

/** HubSpot's error types in French; the English table says where the meanings are from. */
export const importErrorsFr: ImportErrorWords = {
  // The record is imported, a value of it is not.
  AMBIGUOUS_ENUMERATION_OPTION: {
    what: 'La valeur correspond à plusieurs options',
    advice:
      'Indiquez la valeur interne de l’option plutôt que son nom. Les deux figurent dans les paramètres de la propriété, dans HubSpot.',
  },
  COULD_NOT_FIND_BUSINESS_UNIT: {
    what: 'Marque introuvable',
    advice: 'Écrivez la marque comme dans votre compte HubSpot, ou créez-la d’abord.',
  },
  COULD_NOT_FIND_OWNER: {
    what: 'Propriétaire introuvable',
    advice:
      'Indiquez l’adresse e-mail d’un utilisateur de votre compte HubSpot. S’il n’existe pas encore, ajoutez-le d’abord.',
  },
  MULTIPLE_OWNERS_FOUND: {
    what: 'Plusieurs propriétaires portent ce nom',
    advice: 'Indiquez l’adresse e-mail ou l’ID du propriétaire plutôt que son nom.',
  },
  COULD_NOT_PARSE_DATE: {
    what: 'Date illisible pour HubSpot',
    advice:
      'Écrivez toutes les dates dans l’ordre choisi pour l’importation. 28/10/2026 suit l’ordre jour, mois, année.',
  },
  COULD_NOT_PARSE_NUMBER: {
    what: 'Ce n’est pas un nombre',
    advice:
      'Utilisez des chiffres, avec un point avant les décimales, comme 1234.56. Retirez unités, symboles monétaires et séparateurs de milliers.',
  },
  COULD_NOT_PARSE_TERM: {
    what: 'Durée illisible pour HubSpot',
    advice: 'Écrivez la durée sous forme de période. P12M signifie douze mois.',
  },
  OUTSIDE_VALID_TERM_RANGE: {
    what: 'Durée trop courte ou trop longue',
    advice: 'Cherchez une faute de frappe dans la durée. P12M signifie douze mois.',
  },
  OUTSIDE_VALID_TIME_RANGE: {
    what: 'Date trop lointaine',
    advice: 'Cherchez une faute de frappe dans l’année, puis réimportez la ligne.',
  },
  INVALID_CUSTOM_PROPERTY_VALIDATION: {
    what: 'La valeur enfreint une règle de la propriété',
    advice:
      'Votre compte HubSpot a une règle pour cette propriété. Consultez les paramètres de la propriété et adaptez la valeur.',
  },
  INVALID_ENUMERATION_OPTION: {
    what: 'Option introuvable',
    advice:
      'Utilisez l’une des options de la propriété, écrite comme dans HubSpot, ou ajoutez-y d’abord cette option.',
  },
  INVALID_ENUM_FILE_ID_OR_URL: {
    what: 'Fichier introuvable dans HubSpot',
    advice: 'Indiquez l’ID d’un fichier chargé dans votre compte HubSpot.',
  },
  INVALID_NUMBER_SIZE: {
    what: 'Nombre trop grand',
    advice:
      'Cherchez des chiffres en trop. Un long code, comme un numéro de compte, a sa place dans une propriété de texte.',
  },
  INVALID_PROPERTY_VALUE_FORMAT: {
    what: 'Format de valeur incorrect',
    advice: 'Regardez dans HubSpot ce qu’accepte la propriété (date, nombre, option) et adaptez la valeur.',
  },
  PROPERTY_DEFINITION_NOT_FOUND: {
    what: 'Propriété introuvable',
    advice:
      'Associez la colonne à une autre propriété, ou créez celle-ci dans HubSpot, puis relancez l’importation.',
  },
  PROPERTY_VALUE_NOT_FOUND: {
    what: 'Valeur inconnue de HubSpot',
    advice: 'Écrivez-la comme dans votre compte HubSpot, ou créez-la d’abord.',
  },
  SECONDARY_EMAIL_WRITE_FAILURE: {
    what: 'E-mail supplémentaire non enregistré',
    advice:
      'Vérifiez que l’adresse est valide et n’appartient à aucun autre contact, puis ajoutez-la à la fiche dans HubSpot.',
  },

  // The record is imported, a link to another one is not.
  ASSOCIATION_LABEL_NOT_FOUND: {
    what: 'Libellé d’association introuvable',
    advice: 'Écrivez le libellé comme dans votre compte HubSpot, ou créez-le d’abord.',
  },
  ASSOCIATION_LIMIT_EXCEEDED: {
    what: 'La fiche a trop d’associations',
    advice: 'Retirez dans HubSpot les associations inutiles, puis réimportez la ligne.',
  },
  ASSOCIATION_RECORD_NOT_FOUND: {
    what: 'La fiche à associer n’existe pas',
    advice: 'Vérifiez la valeur qui l’identifie, ou importez d’abord cette fiche.',
  },
  FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS: {
    what: 'La fiche à associer est introuvable',
    advice: 'Vérifiez la valeur qui l’identifie, ou importez d’abord cette fiche.',
  },
  UNKNOWN_ASSOCIATION_RECORD_ID: {
    what: 'Aucune fiche à associer n’a cet ID',
    advice: 'Copiez l’ID depuis une fiche du bon objet dans HubSpot, car chaque objet a ses propres ID.',
  },
  NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER: {
    what: 'L’identifiant ne mène à aucune fiche',
    advice: 'Vérifiez que la fiche à associer existe dans HubSpot et contient exactement cette valeur.',
  },
  FAILED_TO_CREATE_ASSOCIATION: {
    what: 'L’association n’a pas pu être créée',
    advice: 'Réimportez la ligne, ou associez les deux fiches dans HubSpot.',
  },
  DUPLICATE_ASSOCIATION_ID: {
    what: 'La fiche à associer est répétée',
    advice:
      'Cherchez le même identifiant ailleurs dans le fichier, gardez-le une seule fois et réimportez la ligne.',
  },
  INVALID_ASSOCIATION_IDENTIFIER: {
    what: 'Ce n’est pas l’identifiant d’une fiche',
    advice: 'Désignez la fiche à associer par son ID, l’e-mail d’un contact ou le domaine d’une entreprise.',
  },
  INVALID_ASSOCIATION_KEY: {
    what: 'Clé d’association non valide',
    advice: 'Désignez la fiche à associer par son ID, l’e-mail d’un contact ou le domaine d’une entreprise.',
  },

  // The file as a whole.
  FILE_NOT_FOUND: {
    what: 'HubSpot n’a pas trouvé le fichier',
    advice:
      'Relancez l’importation. Si cela se reproduit, donnez au fichier un nom fait de lettres simples et de chiffres.',
  },
  INVALID_FILE_TYPE: {
    what: 'HubSpot ne lit pas ce type de fichier',
    advice: 'Enregistrez les données au format «\u00a0CSV UTF-8\u00a0» et importez ce fichier.',
  },
  INVALID_SPREADSHEET: {
    what: 'HubSpot n’a pas pu lire la feuille de calcul',
    advice:
      'Ouvrez-la dans votre tableur, enregistrez-la au format «\u00a0CSV UTF-8\u00a0» et importez ce fichier.',
  },
  INVALID_SHEET_COUNT: {
    what: 'Le classeur ne doit avoir qu’une feuille',
    advice: 'Enregistrez la feuille utile au format «\u00a0CSV UTF-8\u00a0» et importez ce fichier.',
  },
  INVALID_COLUMN_CONFIGURATION: {
    what: 'Les colonnes sont incompatibles',
    advice:
      'Revenez aux colonnes. N’utilisez chaque propriété qu’une fois et vérifiez laquelle est l’identifiant.',
  },
  MISSING_OBJECT_DEFINITION: {
    what: 'Objet inconnu de HubSpot',
    advice: 'Demandez au responsable de cette page de vérifier dans quel objet elle importe.',
  },

  // The row is not imported.
  COLUMN_TOO_LARGE: {
    what: 'Une cellule est trop longue',
    advice: 'Raccourcissez-la. Dans HubSpot, un texte compte au plus 65\u00a0536 caractères.',
  },
  ROW_DATA_TOO_LARGE: {
    what: 'La ligne est trop longue',
    advice: 'Raccourcissez ses textes les plus longs, ou importez moins de colonnes.',
  },
  COULD_NOT_PARSE_ROW: {
    what: 'HubSpot n’a pas pu lire la ligne',
    advice: 'Cherchez un guillemet ouvert et jamais fermé, dans cette ligne ou la précédente.',
  },
  CREATE_ONLY_IMPORT: {
    what: 'La fiche existe déjà',
    advice:
      'Pour modifier aussi les fiches existantes, choisissez «\u00a0Créer et mettre à jour\u00a0» et réimportez ces lignes.',
  },
  UPDATE_ONLY_IMPORT: {
    what: 'Aucune fiche à mettre à jour',
    advice:
      'Vérifiez l’identifiant. Pour créer les fiches manquantes, choisissez «\u00a0Créer et mettre à jour\u00a0» et réimportez ces lignes.',
  },
  DUPLICATE_ALTERNATE_ID: {
    what: 'Plusieurs lignes ont le même identifiant',
    advice: 'Regroupez sur une seule ligne les données d’une même fiche, puis réimportez cette ligne.',
  },
  DUPLICATE_OBJECT_ID: {
    what: 'Plusieurs lignes désignent la même fiche',
    advice: 'Regroupez sur une seule ligne les données d’une même fiche, puis réimportez cette ligne.',
  },
  DUPLICATE_RECORD_ID: {
    what: 'Plusieurs lignes ont le même ID de fiche',
    advice: 'Regroupez sur une seule ligne les données d’une même fiche, puis réimportez cette ligne.',
  },
  DUPLICATE_UNIQUE_PROPERTY_VALUE: {
    what: 'La valeur doit être unique',
    advice:
      'Une autre ligne ou une autre fiche la contient déjà. Corrigez-la, ou mettez plutôt à jour cette fiche.',
  },
  DUPLICATE_UNIQUE_CREATION_KEY: {
    what: 'Plusieurs lignes créent la même fiche',
    advice: 'Gardez l’une d’elles et réimportez-la.',
  },
  DUPLICATE_ROW_CONTENT: {
    what: 'La ligne figure deux fois dans le fichier',
    advice: 'Vérifiez que l’autre a été importée. Dans ce cas, il n’y a plus rien à faire.',
  },
  DUPLICATE_EVENT: {
    what: 'L’événement existe déjà',
    advice:
      'Cherchez le même contact et la même heure dans une autre ligne ou dans HubSpot, et excluez cette ligne.',
  },
  INVALID_EVENT: {
    what: 'HubSpot n’a pas accepté l’événement',
    advice: 'Vérifiez le contact et l’heure de l’événement dans cette ligne, puis réimportez-la.',
  },
  INVALID_EVENT_TIMESTAMP: {
    what: 'Heure illisible pour HubSpot',
    advice: 'Écrivez la date dans l’ordre choisi pour l’importation, puis l’heure, comme 28/10/2026 14:30.',
  },
  MISSING_EVENT_DEFINITION: {
    what: 'Événement inconnu de HubSpot',
    advice:
      'Créez d’abord l’événement dans HubSpot, ou demandez au responsable de cette page de vérifier lequel elle désigne.',
  },
  MISSING_EVENT_TIMESTAMP: {
    what: 'L’événement n’a pas d’heure',
    advice: 'Ajoutez sa date et son heure, puis réimportez la ligne.',
  },
  FAILED_TO_OPT_OUT_CONTACT: {
    what: 'Le contact n’a pas pu être désinscrit',
    advice: 'Vérifiez l’adresse e-mail de la ligne, ou désinscrivez le contact dans HubSpot.',
  },
  FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES: {
    what: 'Rien à importer dans la ligne',
    advice: 'Remplissez au moins une des colonnes importées, ou excluez la ligne.',
  },
  FAILED_VALIDATION: {
    what: 'HubSpot a refusé une valeur',
    advice:
      'Comparez les valeurs de la ligne avec ce qu’acceptent leurs propriétés dans HubSpot, et adaptez-les.',
  },
  GDPR_BLACKLISTED_EMAIL: {
    what: 'Adresse supprimée au titre du RGPD',
    advice:
      'HubSpot la considère comme supprimée définitivement. Excluez la ligne, ou adressez-vous à un administrateur de votre compte.',
  },
  INCORRECT_NUMBER_OF_COLUMNS: {
    what: 'Nombre de colonnes incorrect',
    advice: 'Cherchez dans cette ligne un séparateur manquant ou en trop, ou un guillemet jamais fermé.',
  },
  INVALID_ALTERNATE_ID: {
    what: 'Identifiant non valide',
    advice:
      'Cherchez une faute de frappe dans la valeur qui identifie la fiche, par exemple l’adresse e-mail.',
  },
  INVALID_OBJECT_ID: {
    what: 'Ce n’est pas l’ID d’une fiche',
    advice: 'Copiez l’ID de la fiche depuis HubSpot et vérifiez qu’elle appartient à l’objet importé.',
  },
  INVALID_RECORD_ID: {
    what: 'ID de fiche non valide',
    advice: 'Copiez l’ID de la fiche depuis HubSpot et vérifiez qu’elle appartient à l’objet importé.',
  },
  INVALID_DOMAIN: {
    what: 'Ce n’est pas un domaine',
    advice: 'Écrivez le domaine seul, comme example.com, sans protocole ni chemin.',
  },
  INVALID_EMAIL: {
    what: 'Ce n’est pas une adresse e-mail',
    advice: 'Corrigez l’adresse. Il faut un nom, un seul @ et un domaine, sans espace.',
  },
  INVALID_REQUIRED_PROPERTY: {
    what: 'Une valeur requise n’est pas valide',
    advice: 'Corrigez la valeur exigée par HubSpot et réimportez la ligne.',
  },
  MISSING_REQUIRED_PROPERTY: {
    what: 'Une valeur requise manque',
    advice:
      'Remplissez la propriété exigée par HubSpot, ou associez-lui une colonne, puis réimportez la ligne.',
  },
  LIMIT_EXCEEDED: {
    what: 'Une limite de votre compte est atteinte',
    advice:
      'Demandez à un administrateur de votre compte HubSpot de libérer de la place, puis réimportez ces lignes.',
  },
  PORTAL_WIDE_CUSTOM_OBJECT_LIMIT_EXCEEDED: {
    what: 'Votre compte a trop de fiches d’objets personnalisés',
    advice: 'Supprimez les fiches inutiles, ou adressez-vous à un administrateur de votre compte HubSpot.',
  },
  LINE_ITEM_MULTIPLE_PARENTS_IN_ROW: {
    what: 'La ligne de produit a plusieurs parents',
    advice: 'Indiquez une seule fiche parente, par exemple une transaction.',
  },
  MANY_ERRORS_IN_ROW: {
    what: 'Plusieurs erreurs dans la même ligne',
    advice: 'Vérifiez toutes les valeurs de la ligne, puis réimportez-la.',
  },
  MULTIPLE_COMPANIES_WITH_THIS_DOMAIN: {
    what: 'Plusieurs entreprises ont ce domaine',
    advice: 'Identifiez l’entreprise par son ID de fiche, ou fusionnez les entreprises dans HubSpot.',
  },
  UNKNOWN_BAD_REQUEST: {
    what: 'HubSpot n’a pas pu traiter la ligne',
    advice:
      'Réimportez-la. Si elle est de nouveau refusée, donnez le numéro de l’importation à l’assistance HubSpot.',
  },
  UNKNOWN_ERROR: {
    what: 'HubSpot n’a pas donné de raison',
    advice:
      'Réimportez la ligne. Si elle est de nouveau refusée, donnez le numéro de l’importation à l’assistance HubSpot.',
  },
};
