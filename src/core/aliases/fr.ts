import type { AliasTable } from './table.js';

/** French headers; the first of each list is what HubSpot or an office calls the property in French. */
export const fr: AliasTable = {
  '*': {
    hs_object_id: 'ID de fiche, ID de la fiche, Identifiant HubSpot, ID HubSpot, ID de l’enregistrement',
    phone:
      'Numéro de téléphone, Téléphone, Tél, Tel, Téléphone fixe, Tél fixe, Fixe, Ligne fixe, Téléphone bureau, Téléphone professionnel, Tél bureau, Tél pro, Téléphone pro, N° de téléphone, N° téléphone, N° tél, Num tél, Numéro de tél, Téléphone principal, Téléphone direct, Ligne directe, Téléphone 1, Tél 1',
    fax: 'Numéro de fax, Fax, Télécopie, Télécopieur, Numéro de télécopie, Fax bureau, N° de fax',
    website:
      'URL du site web, Site web, Site internet, Site?, Page web, Adresse web, Adresse du site, Site Web de l’entreprise, URL, Web, Internet, Adresse internet, Page d’accueil',
    address:
      'Adresse, Adresse postale, Rue, Adresse 1, Voie, Adresse ligne 1, Numéro et rue, N° et rue, N° et voie, Adresse bureau, Adresse professionnelle, Adresse de la rue, Numéro et nom de rue, Libellé de voie, Rue bureau',
    city: 'Ville, Commune, Localité, Ville bureau, Ville commune, Nom de la ville, Municipalité',
    state:
      'État/Région, Région/Département, Région?, Province, Département ou région, État/Province, Province/État, Canton, Dép/Région, Région bureau, Code région?',
    zip: 'Code postal, CP, Code postale, Code post, NPA, Code postal bureau, C.P.',
    country: 'Pays/région, Pays, Code pays, Pays ou région, Pays bureau, Nom du pays, Pays de résidence?',
    industry: 'Secteur d’activité, Secteur, Industrie, Branche, Branche d’activité, Domaine d’activité',
    annualrevenue: 'Chiffre d’affaires annuel, Chiffre d’affaires, CA annuel, Revenu annuel, Revenus annuels',
    numemployees:
      'Nombre d’employés, Effectif, Effectifs, Nombre de salariés, Nb salariés, Nb employés, Taille de l’entreprise?',
    numberofemployees:
      'Nombre d’employés, Effectif, Effectifs, Nombre de salariés, Nb salariés, Nb employés, Taille de l’entreprise?',
    hubspot_owner_id:
      'Propriétaire, Propriétaire du contact, Propriétaire de l’entreprise, Propriétaire de la transaction, Propriétaire du ticket, Propriétaire de la fiche, Attribué à, Assigné à, Affecté à, Chargé de compte, Responsable de compte, Commercial attribué, Commercial responsable, Propriétaire HubSpot',
    lifecyclestage: 'Phase du cycle de vie, Étape du cycle de vie, Cycle de vie, Phase de cycle de vie',
    hs_lead_status: 'Statut du lead, Statut lead, Statut du prospect, Statut prospect',
    twitterhandle: 'Nom d’utilisateur Twitter, Compte Twitter, Identifiant Twitter, Pseudo Twitter',
    hs_timezone: 'Fuseau horaire',
    timezone: 'Fuseau horaire',
  },
  '0-1': {
    email:
      'E-mail, Adresse e-mail, Adresse email, Courriel, Adresse courriel, Mail, Adresse mail, Adresse électronique, Courrier électronique, Adresse de courriel, Adresse de messagerie, Mél, Email principal, E-mail professionnel, Email pro, Mail pro, Adresse email professionnelle, Messagerie électronique',
    work_email: 'Adresse e-mail professionnelle',
    firstname: 'Prénom, Prénoms, Prénom du contact, Prenom usuel, Prénom usuel',
    lastname: 'Nom de famille, Nom patronymique, Patronyme, Nom d’usage, Nom usuel',
    mobilephone:
      'Numéro de téléphone mobile, Mobile, Téléphone mobile, Téléphone portable, Portable, Tél portable, Tél mobile, Cellulaire, Téléphone cellulaire, GSM, N° de portable, Numéro de portable, N° portable, N° mobile, Numéro de mobile, Natel, Cell',
    company:
      'Nom de l’entreprise, Entreprise, Société, Organisation, Organisme, Raison sociale, Nom de la société, Employeur, Compagnie, Nom de l’organisation, Établissement, Nom entreprise, Nom société, Compte client, Nom du compte, Nom de la structure, Cabinet, Dénomination sociale',
    jobtitle:
      'Intitulé de poste, Intitulé du poste, Poste, Fonction, Titre du poste, Titre professionnel, Profession, Métier, Poste occupé, Fonction occupée, Emploi, Titre d’emploi, Poste actuel, Rôle dans l’entreprise, Qualité fonction',
    salutation: 'Civilité, Titre de civilité, Titre?, Formule de politesse, Appellation, Civ',
    gender: 'Genre, Sexe',
    date_of_birth:
      'Date de naissance, Anniversaire, Naissance, Né(e) le, Né le, Date anniversaire, Date naissance, DDN',
    marital_status: 'État civil, Situation familiale, Situation maritale, Statut marital, État matrimonial',
    hs_language: 'Langue préférée, Langue, Langue de correspondance, Langue parlée, Langue de communication',
    hs_linkedin_url: 'URL LinkedIn, Profil LinkedIn, Lien LinkedIn, Page LinkedIn',
    hs_whatsapp_phone_number: 'Numéro de téléphone WhatsApp, Numéro WhatsApp',
    hs_buying_role: 'Rôle d’achat, Rôle dans l’achat',
    seniority: 'Ancienneté hiérarchique, Niveau hiérarchique',
    school: 'École, Université, Établissement scolaire',
    degree: 'Diplôme',
    field_of_study: 'Domaine d’études, Filière',
    message: 'Message',
  },
  '0-2': {
    name: 'Nom de l’entreprise, Entreprise, Société, Nom, Raison sociale, Organisation, Nom de la société, Dénomination sociale, Compte, Nom du compte, Organisme, Établissement, Nom entreprise, Nom société, Dénomination',
    domain:
      'Nom de domaine de l’entreprise, Nom de domaine, Domaine, Domaine internet, Domaine web, Site web?',
    address2:
      'Adresse postale 2, Adresse 2, Complément d’adresse, Adresse ligne 2, Adresse complémentaire, Complément adresse',
    type: 'Type, Type d’entreprise, Type de société, Type de compte, Type de client',
    description: 'Description, Description de l’entreprise, Présentation, Descriptif',
    linkedin_company_page: 'Page d’entreprise LinkedIn, Page LinkedIn, URL LinkedIn',
    facebook_company_page: 'Page d’entreprise Facebook, Page Facebook',
    founded_year: 'Année de fondation, Année de création, Date de fondation?, Fondée en',
  },
  '0-3': {
    dealname:
      'Nom de la transaction, Transaction, Nom de l’opportunité, Opportunité, Affaire, Nom de l’affaire, Nom, Intitulé, Intitulé de l’affaire',
    amount:
      'Montant, Montant de la transaction, Valeur, Montant de l’affaire, Montant HT, Valeur de la transaction, Montant total',
    closedate:
      'Date de fermeture, Date de clôture, Date de clôture prévue, Clôture prévue, Date de signature prévue, Date de fermeture prévue, Échéance',
    dealstage:
      'Phase de la transaction, Étape, Étape de la transaction, Phase, Étape de vente, Étape de l’affaire, Étape du pipeline',
    pipeline: 'Pipeline, Pipeline de vente, Pipeline des ventes, Pipeline de transactions',
    dealtype: 'Type de transaction, Type d’affaire, Type d’opportunité',
    description: 'Description de la transaction, Description, Descriptif',
    hs_priority: 'Priorité',
    deal_currency_code: 'Devise, Code devise, Monnaie',
    closed_lost_reason: 'Raison de la perte, Motif de perte, Raison perdue, Motif de la perte',
    closed_won_reason: 'Raison du gain, Motif de gain',
    hs_next_step: 'Étape suivante, Prochaine étape, Prochaine action',
  },
  '0-5': {
    subject: 'Nom du ticket, Sujet, Objet, Titre, Intitulé, Titre du ticket, Objet du ticket',
    content: 'Description du ticket, Description, Contenu, Détails, Détail',
    hs_pipeline: 'Pipeline, Pipeline de tickets',
    hs_pipeline_stage: 'Statut du ticket, Statut, Étape, État du ticket, Phase',
    hs_ticket_priority: 'Priorité, Priorité du ticket, Urgence',
    hs_ticket_category: 'Catégorie, Catégorie du ticket',
    source_type: 'Source, Canal, Origine, Source du ticket',
    hs_resolution: 'Résolution',
  },
  '0-7': {
    name: 'Nom, Nom du produit, Produit, Article, Désignation, Libellé, Nom de l’article, Libellé produit',
    description: 'Description du produit, Description, Descriptif',
    price: 'Prix unitaire, Prix, Tarif, Prix de vente, PU, Prix HT, Prix unitaire HT, Tarif HT, PU HT',
    hs_sku: 'SKU, Référence, Réf, Code article, Référence produit, Code produit, UGS, Référence article',
    hs_cost_of_goods_sold: 'Coût unitaire, Coût, Prix d’achat, Prix de revient, Coût de revient',
    recurringbillingfrequency: 'Fréquence de facturation, Périodicité de facturation',
    hs_url: 'URL, Lien, Lien du produit, URL du produit',
    hs_images: 'URL de l’image, Image, Photo, Lien image',
    hs_product_type: 'Type de produit, Type',
  },
};
