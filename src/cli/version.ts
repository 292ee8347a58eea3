/** Of this program, as `package.json` says; a test keeps them equal. */
export const version = "0.1.0";
