/** The charts of this subject, as the namespace `charts` has them. */
export {};
