/** Key under which a normalised limit holds its short form. */
export const SHORT = '$limit';
