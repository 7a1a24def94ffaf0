//! Spanish.

use crate::report::form::words::Words;

pub(super) const WORDS: Words = Words {
    instructions: "Instrucciones",
    table: "Comentarios",
    title: "Formulario de comentarios",
    consultation: "Consulta",
    version: "Versión",
    round: "Ronda de consultas",
    deadline: "Plazo",
    not_announced: "no anunciado",
    how: "Cómo rellenar el formulario",
    steps: [
        "Escriba en las celdas blancas. Las celdas grises muestran el texto actual y están bloqueadas.",
        "Cada fila contiene un solo comentario. Deje vacía la fila sobre la que no tenga nada que decir.",
        "Los comentarios sobre el texto en su conjunto van en la primera fila.",
        "Para varios comentarios sobre un mismo párrafo, inserte una fila debajo o utilice una fila vacía al final de la tabla, y escriba el número del párrafo en «{paragraph}».",
        "Para un párrafo nuevo, utilice la fila del párrafo después del cual debe figurar, elija «{add}» en «{action}» e indique la redacción en «{proposal}».",
        "En «{quote}», copie las palabras de «{wording}» exactamente como están. Deje la celda vacía si se refiere al párrafo entero.",
        "En «{proposal}», escriba las palabras que desearía leer. Puede tachar palabras y subrayar las nuevas.",
        "En «{delegation}», indique el nombre de su delegación en cada fila que rellene.",
        "Le rogamos que no cambie el nombre de las columnas, no las desplace ni las elimine.",
    ],
    kinds: [
        "se refiere al texto en su conjunto o a su estructura",
        "cambia el sentido o el efecto jurídico",
        "se refiere solo a la redacción",
        "un idioma no dice lo mismo que otro",
        "pide una explicación, no un cambio",
        "informa sobre la práctica nacional",
    ],
    actions: [
        "texto nuevo, después del lugar comentado",
        "otras palabras",
        "retirar el texto",
        "poner el texto en otro lugar; indique dónde en «{comment}»",
        "conservar el texto tal como está",
        "una opinión sin solicitud",
    ],
    sending: "Cómo devolverlo",
    send: [
        "Guarde el archivo como libro de Excel (.xlsx) y envíelo a los copresidentes.",
        "Si envía el formulario de nuevo, el último sustituye al anterior; se conservan ambos.",
    ],
    rules: "De las reglas de la consulta",
    about: "Acerca de este formulario",
    unofficial: "Los encabezamientos y las instrucciones de este formulario no son una traducción oficial.",
    whole_text: "(el texto en su conjunto)",
    in_original: "no hay texto en este idioma; se muestra en:",
    illustrative: "Ejemplo ilustrativo: el texto, las delegaciones y los documentos son inventados.",
};
