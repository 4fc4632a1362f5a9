using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What a body is that was meant to be JSON, and is none.</summary>
public static class BodyFaults
{
    public static PhraseTemplate Empty { get; } = new("body-empty", "The body is empty; JSON is expected.");
    public static PhraseTemplate Office { get; } = new("body-office", "The body is an archive or an office document, not JSON.");
    public static PhraseTemplate Pdf { get; } = new("body-pdf", "The body is a PDF, not JSON.");
    public static PhraseTemplate Page { get; } = new("body-page", "The body is a page (HTML), not JSON.");
    public static PhraseTemplate Xml { get; } = new("body-xml", "The body is XML, not JSON.");
    public static PhraseTemplate Table { get; } = new("body-table", "The body looks like a table (CSV), not JSON.");
    public static PhraseTemplate Yaml { get; } = new("body-yaml", "The body looks like YAML, not JSON.");

    public static PhraseTemplate Calendar { get; } = new(
        "body-calendar", "The body is a calendar file, not JSON: calendars take it with Content-Type: text/calendar.");

    public static PhraseTemplate Utf16 { get; } = new(
        "body-utf16", "The body is text in UTF-16, not in UTF-8: save it as UTF-8, and send it again.");

    public static PhraseTemplate NotUtf8 { get; } = new(
        "body-not-utf8", "The body is not text in UTF-8, at {at:text}: save it as UTF-8, and send it again.");

    public static Vocabulary Vocabulary { get; } = new(Empty, Office, Pdf, Page, Xml, Table, Yaml, Calendar, Utf16, NotUtf8);
}
