/** More bits of a symbol's traits. */

/** Where the four bits of the account's problem begin. */
export const rule = 26;
export const crowd = 1 << 24;
/** It stands for all long values that begin so and are like this. */
export const cut = 1 << 25;
