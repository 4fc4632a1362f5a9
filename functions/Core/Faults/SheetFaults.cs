using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with a spreadsheet: the file, its columns, or a cell. Other faults of a cell are those of any body.</summary>
public static class SheetFaults
{
    public static PhraseTemplate EncodingUnclear { get; } = new(
        "encoding-unclear",
        "is text in an encoding that cannot be told for certain: save it as UTF-8, or say encoding=gb18030 or encoding=windows-1251");

    public static PhraseTemplate NotInEncoding { get; } = new("not-in-encoding", "is no text in {encoding:text}: save it as UTF-8");

    public static PhraseTemplate OldWorkbook { get; } = new(
        "old-workbook", "is a workbook of the kind before 2007 (.xls), or one with a password: save it as .xlsx without one, or as CSV");

    public static PhraseTemplate NoWorkbook { get; } = new(
        "no-workbook", "is no workbook that can be read here: save it as .xlsx anew, or as CSV");

    public static PhraseTemplate WorkbookTooLarge { get; } = new(
        "workbook-too-large",
        "unpacks to more than {max:number} megabytes: save a file that has nothing but the list, without pictures and formats");

    public static PhraseTemplate TooManyLines { get; } = new(
        "too-many-lines", "has something in more than {max:number} rows: leave the list alone in it");

    public static PhraseTemplate CellFailed { get; } = new(
        "cell-failed", "is {text:text}, where a formula failed: write what is meant");

    public static PhraseTemplate StrayQuote { get; } = new(
        "stray-quote",
        "has a quotation mark in row {row:number} that is not closed or not doubled: save it as CSV by a spreadsheet program");

    public static PhraseTemplate NoRows { get; } = new("no-rows", "has nothing below the line that names its columns");
    public static PhraseTemplate TooManyRows { get; } = new(
        "too-many-rows", "has {rows:number} rows; at most {max:number} are taken at once: divide it");

    public static PhraseTemplate TooManyColumns { get; } = new(
        "too-many-columns", "has {columns:number} columns; at most {max:number} are taken");

    public static PhraseTemplate NoKnownColumn { get; } = new(
        "no-known-column",
        "has no column whose name is known here (column.title=…, column.owner=… and the like say which is which); it has {columns:texts}");

    public static PhraseTemplate ColumnMissing { get; } = new(
        "column-missing",
        "is in no column whose name is known here, and new items need it: say[ what holds for all (every.{common:text}=…), or] which one "
        + "has it (column.{field:text}=…)");

    public static PhraseTemplate ColumnNotThere { get; } = new(
        "column-not-there", "names no column of the file: {column:quoted}; it has {columns:texts}");

    public static PhraseTemplate ColumnTwice { get; } = new(
        "column-twice", "is in several columns: {columns:texts}; say which one counts (column.{field:text}=…)");

    public static PhraseTemplate DateUnclear { get; } = new(
        "date-unclear",
        "{text:quoted} could be {dayFirst:date} or {monthFirst:date}: say dateOrder=dmy (day first) or dateOrder=mdy (month first)");

    public static PhraseTemplate DateUnreadable { get; } = new(
        "date-unreadable", "must be a date like 2020-05-29, 29.05.2020 or 2020年5月29日, and is {text:quoted}");

    public static PhraseTemplate DateWithoutCentury { get; } = new(
        "date-without-century", "must have a year of four digits, and is {text:quoted}");

    public static PhraseTemplate DateIsNumber { get; } = new(
        "date-is-number", "is the number {text:text} and no date: give its column the format of dates");

    public static PhraseTemplate NobodyCalled { get; } = new(
        "nobody-called", "names nobody of the register: {name:quoted}; an id, a name in any language, or a mail address finds people");

    public static PhraseTemplate SeveralCalled { get; } = new(
        "several-called", "{name:quoted} could be any of {people:ids}: write the id of the one who is meant");

    public static PhraseTemplate RowTwice { get; } = new("row-twice", "is what row {row:number} has already");

    public static PhraseTemplate NumberTaken { get; } = new(
        "number-taken", "is the external number of item {item} already");

    public static PhraseTemplate NumbersDiffer { get; } = new(
        "number-of-another", "is the external number of item {item}, and the id of the row names {named}");

    public static PhraseTemplate Emptied { get; } = new(
        "emptied", "is empty, and the register has {value:quoted}: a file takes nothing away; write it, or leave the whole column out");

    public static PhraseTemplate NotByFile { get; } = new(
        "not-by-file",
        "is {value:quoted} in the register, and no file changes that: write it as it is there, or leave the whole column out");

    public static PhraseTemplate OtherAgreement { get; } = new(
        "other-agreement", "names another agreement than {agreement}, which this file is for");

    public static PhraseTemplate ReasonMissing { get; } = new(
        "reason-missing",
        "is required where a row changes something that is registered: in a column of its own, or for all (every.reason=…)");

    public static PhraseTemplate NotTaken { get; } = new("not-taken", "is not taken: {refusal:text}");

    public static Vocabulary Vocabulary { get; } = new(
        EncodingUnclear, NotInEncoding, OldWorkbook, NoWorkbook, WorkbookTooLarge, TooManyLines, CellFailed, StrayQuote, NoRows,
        TooManyRows, TooManyColumns, NoKnownColumn,
        ColumnMissing, ColumnNotThere, ColumnTwice, DateUnclear, DateUnreadable, DateWithoutCentury, DateIsNumber, NobodyCalled,
        SeveralCalled, RowTwice, NumberTaken, NumbersDiffer, Emptied, NotByFile, OtherAgreement, ReasonMissing, NotTaken);
}
