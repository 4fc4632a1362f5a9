/** The kinds of items that there are, in the order in which they are offered. */
export const kinds = ['protocol-revision', 'visit', 'mechanism-meeting', 'joint-operation', 'port-cooperation', 'other'];
