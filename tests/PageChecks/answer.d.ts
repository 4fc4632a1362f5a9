/** The answer page is one script: the service writes this line before its parts. */
declare const words: Record<string, Record<string, any>>;
