//! French.

use crate::report::form::words::Words;

pub(super) const WORDS: Words = Words {
    instructions: "Instructions",
    table: "Observations",
    title: "Formulaire d’observations",
    consultation: "Consultation",
    version: "Version",
    round: "Cycle de consultations",
    deadline: "Date limite",
    not_announced: "non annoncée",
    how: "Comment remplir le formulaire",
    steps: [
        "Écrivez dans les cellules blanches. Les cellules grises reproduisent le texte actuel et sont verrouillées.",
        "Une ligne contient une seule observation. Laissez vide toute ligne sur laquelle vous n’avez rien à dire.",
        "Les observations sur l’ensemble du texte vont dans la première ligne.",
        "Pour plusieurs observations sur un même paragraphe, insérez une ligne au-dessous ou prenez une ligne vide à la fin du tableau, et inscrivez le numéro du paragraphe sous « {paragraph} ».",
        "Pour un nouveau paragraphe, prenez la ligne du paragraphe après lequel il doit figurer, choisissez « {add} » sous « {action} » et donnez le libellé sous « {proposal} ».",
        "Sous « {quote} », copiez les mots de « {wording} » exactement tels quels. Laissez la cellule vide si le paragraphe entier est visé.",
        "Sous « {proposal} », écrivez les mots que vous souhaitez lire. Vous pouvez barrer des mots et en souligner de nouveaux.",
        "Sous « {delegation} », indiquez le nom de votre délégation dans chaque ligne que vous remplissez.",
        "Veuillez ne pas renommer, déplacer ni supprimer de colonnes.",
    ],
    kinds: [
        "porte sur l’ensemble du texte ou sa structure",
        "modifie le sens ou l’effet juridique",
        "ne porte que sur la rédaction",
        "une langue ne dit pas la même chose qu’une autre",
        "demande une explication, non une modification",
        "fait part d’une pratique nationale",
    ],
    actions: [
        "nouveau texte, après l’endroit visé",
        "d’autres mots",
        "retirer le texte",
        "placer le texte ailleurs ; précisez où sous « {comment} »",
        "garder le texte tel quel",
        "un avis sans demande",
    ],
    sending: "Comment le renvoyer",
    send: [
        "Enregistrez le fichier comme classeur Excel (.xlsx) et envoyez-le aux coprésidents.",
        "Si vous renvoyez le formulaire, le dernier envoi remplace le précédent ; les deux sont conservés.",
    ],
    rules: "Extrait des règles de la consultation",
    about: "À propos de ce formulaire",
    unofficial: "Les intitulés et les instructions de ce formulaire ne sont pas une traduction officielle.",
    whole_text: "(l’ensemble du texte)",
    in_original: "pas de texte dans cette langue ; texte en :",
    illustrative: "Exemple fictif : le texte, les délégations et les documents sont inventés.",
};
