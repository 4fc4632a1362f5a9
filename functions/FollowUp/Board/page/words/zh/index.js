import acts from './acts.js';
import faults from './faults.js';
import feeds from './feeds.js';
import figures from './figures.js';
import firstDay from './first-day.js';
import lists from './lists.js';
import operate from './operate.js';
import page from './page.js';
import people from './people.js';
import register from './register.js';
import report from './report.js';
import sheets from './sheets.js';
import told from './told.js';

/** All that the board says in one language. */
export default { ...register, ...faults, ...page, ...lists, ...acts, ...people, ...firstDay, ...feeds, ...report, ...sheets, ...figures, ...told, ...operate };
