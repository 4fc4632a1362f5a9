using FollowUp.Faults;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Faults;

/// <summary>A file that is something else is called what it is, also as data. Tests <see cref="BodyFaults"/>.</summary>
public sealed class A_body_that_is_no_register
{
    [Fact]
    public void says_what_its_sentence_says() => Example.Hold(
    [
        new("The body is empty; JSON is expected.", "body-empty"),
        new("The body is an archive or an office document, not JSON.", "body-office"),
        new("The body is a PDF, not JSON.", "body-pdf"),
        new("The body is a page (HTML), not JSON.", "body-page"),
        new("The body is XML, not JSON.", "body-xml"),
        new("The body looks like a table (CSV), not JSON.", "body-table"),
        new("The body looks like YAML, not JSON.", "body-yaml"),
        new("The body is a calendar file, not JSON: calendars take it with Content-Type: text/calendar.", "body-calendar"),
        new("The body is text in UTF-16, not in UTF-8: save it as UTF-8, and send it again.", "body-utf16"),
        new("The body is not text in UTF-8, at line 1, column 2: save it as UTF-8, and send it again.",
            """body-not-utf8 {"at":"line 1, column 2"}"""),
    ], BodyFaults.Vocabulary);
}
