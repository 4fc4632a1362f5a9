/** Words of one part of the board; the keys are the same in each language. */
export default {
};
