import { count } from './fr.grammar.js';
import type { partsEn } from './parts.en.js';

/** What is said of a file over HubSpot's limits, which goes as several imports. */
export const partsFr: typeof partsEn = {
  // Ready
  partsByRows: (rows, limit, parts, f) =>
    `Ce fichier a ${count(rows, 'ligne', 'lignes', f)} à envoyer, HubSpot en accepte ${f.number(limit)} à la fois, en-tête compris. Il sera envoyé en ${f.number(parts)} importations, l’une après l’autre.`,
  partsByBytes: (bytes, limit, parts, f) =>
    `Ce fichier fait ${bytes} à l’envoi, HubSpot en accepte ${limit} à la fois. Il sera envoyé en ${f.number(parts)} importations, l’une après l’autre.`,
  partsKeepOpen:
    'Gardez cette page ouverte jusqu’à l’envoi de la dernière partie. Vous pouvez arrêter entre deux parties et reprendre un autre jour.',
  partsLists: 'Chacune crée sa propre liste.',
  partsKeys:
    'Une ligne qui désigne une fiche d’une partie suivante est importée sans l’association\u00a0: HubSpot n’a pas encore la fiche.',
  partsSentBefore: (sent, parts, f) =>
    `${f.number(sent)} des ${count(parts, 'partie', 'parties', f)} de ce fichier ${sent < 2 ? 'est' : 'sont'} déjà dans HubSpot. Seul le reste sera envoyé.`,
  partsAll: 'Renvoyer tout le fichier',
  partsLeftTitle: (rows, f) =>
    rows === 0
      ? 'Toutes les parties de ce fichier sont envoyées'
      : `Encore ${count(rows, 'ligne', 'lignes', f)} à importer`,
  importParts: (parts, f) => `Importer en ${count(parts, 'partie', 'parties', f)}`,
  partsTitle: 'Les parties',
  partRows: (number, first, last, f) =>
    first === last ? `${f.number(number)}. Ligne ${first}` : `${f.number(number)}. Lignes ${first} à ${last}`,
  partState: {
    waiting: 'À envoyer',
    sending: 'Envoi en cours',
    working: 'HubSpot la traite',
    done: 'Importée',
    failed: 'Échouée',
    canceled: 'Annulée',
    reverted: 'Défaite',
  },

  // On the way
  partOf: (text, number, parts, f) => `Partie ${f.number(number)} sur ${f.number(parts)}\u00a0: ${text}`,
  partsDone: (rows, total, f) => `${count(rows, 'ligne', 'lignes', f)} du fichier sur ${f.number(total)}`,
  partsSending: 'Gardez cette page ouverte jusqu’à l’envoi de la dernière partie.',
  stopAfterPart: 'Arrêter après cette partie',
  stoppingAfterPart: 'Aucune autre partie n’est envoyée après celle-ci.',
  goOnAfterPart: 'Continuer tout de même avec la suivante',
  pickedUpPart: (number, parts, file, f) =>
    number === parts
      ? `C’est la dernière des ${f.number(parts)} parties du fichier ${file}.`
      : `C’est la partie ${f.number(number)} sur ${f.number(parts)}. Choisissez à nouveau le fichier ${file} pour envoyer les parties qui restent.`,

  // Report
  partsStopped: (number, parts, f) =>
    `Arrêt après la partie ${f.number(number)} sur ${f.number(parts)}. Les parties qui restent n’ont pas été envoyées.`,
  partStopped: (number, parts, f) =>
    `La partie ${f.number(number)} sur ${f.number(parts)} n’est pas allée à son terme. Ses lignes peuvent être renvoyées, celles des parties précédentes sont dans HubSpot.`,
  nextPart: (number, parts, f) => `Continuer avec la partie ${f.number(number)} sur ${f.number(parts)}`,
  partAgain: (number, f) => `Renvoyer la partie ${f.number(number)}`,
};
