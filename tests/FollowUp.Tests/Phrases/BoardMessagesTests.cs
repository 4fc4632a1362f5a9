using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Parsing;
using FollowUp.Phrases;
using FollowUp.Watching;

namespace FollowUp.Tests.Phrases;

/// <summary>
/// Whatever the service says as data, the board has words for, in each of its languages. Tests <see cref="Vocabulary"/> and
/// <see cref="Phrase"/>.
/// </summary>
public sealed partial class BoardMessagesTests
{
    /// <summary>Where the board looks for the words of a phrase, by where the phrase stands.</summary>
    private static readonly string[] Needed =
    [
        .. ReasonPhrases.Vocabulary.Codes.Select(code => $"reason.{code}"),
        .. ReasonPhrases.Refused.Codes.Select(code => $"refusal.{code}"),
        .. AlarmPhrases.Vocabulary.Codes.Select(code => $"cause.{code}"),
        .. HoldPhrases.Vocabulary.Codes.Select(code => $"hold.{code}"),
        .. TracePhrases.Vocabulary.Codes.Select(code => $"trace.{code}"),
        .. ShiftPhrases.Vocabulary.Codes.Select(code => $"shift.{code}"),
        .. DayNotes.Vocabulary.Codes.Select(code => $"shift.{code}"),
        $"shift.{DaysOff.Weekend}",
        .. WarningPhrases.Vocabulary.Codes.Select(code => $"warning.{code}"),
        .. WarningPhrases.NotOpened.Codes.Select(code => $"opening.{code}"),
        .. typeof(EventNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(name => name != EventNames.Notice)
            .Select(name => $"event.{name}"),
        .. NextActions.All.Except([NextActions.Return, NextActions.AskForWord, NextActions.Resume]).Select(action => $"action.{action}"),
        .. FaultPhrases.FieldCodes.Concat(FaultPhrases.RefusalCodes).Select(code => $"fault.{code}"),
        .. StatePhrases.Vocabulary.Codes.Select(code => $"because.{code}"),
        .. AlarmStatements.Vocabulary.Codes.Select(code => $"alarm.{code}"),
        .. Remedies.Vocabulary.Codes.Select(code => $"remedy.{code}"),
        "action.asks", "channel.mail-server", "channel.letter-folder",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ru")]
    public void have_words_for_every_code(string language)
    {
        string[] known =
        [
            .. Directory.GetFiles(Path.Combine(Page(), "words", language))
                .SelectMany(file => Key().Matches(File.ReadAllText(file)).Select(key => key.Groups[1].Value)),
        ];
        known.Should().HaveCountGreaterThan(Needed.Length).And.Contain(Needed);
    }

    /// <summary>The page behind a letter's link has one form at most for each verb, of texts and one date.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ru")]
    public void have_words_on_the_answer_page_for_what_its_forms_can_cause(string language)
    {
        string words = File.ReadAllText(Path.Combine(Page(), "../answer", $"words-{language}.js"));
        PhraseTemplate[] caused =
        [
            FieldFaults.Required, FieldFaults.Empty, FieldFaults.TooLong, FieldFaults.NotOneOf, FieldFaults.BlankAround,
            FieldFaults.UnseenWithin,
            ValueFaults.NotDate, ValueFaults.NoMonth, ValueFaults.NoDay, RegisterFaults.NotLater, RegisterFaults.EvidenceMissing,
            RegisterFaults.LinkNotWhole, RegisterFaults.UnknownFile,
        ];
        Key().Matches(words).Select(key => key.Groups[1].Value).Should().Contain(
            caused.Select(template => template.Code).Concat(FileFaults.Vocabulary.Codes).Concat(TextFaults.Vocabulary.Codes)
                .Select(code => $"fault.{code}"));
    }

    /// <summary>The page behind a link is one file with everything in it, so it has a copy of these.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ru")]
    public void have_the_same_words_for_a_fault_on_both_pages(string language)
    {
        string board = File.ReadAllText(Path.Combine(Page(), "words", language, "faults.js"));
        string[] copied = [.. File.ReadLines(Path.Combine(Page(), "../answer", $"words-{language}.js"))
            .Where(line => line.StartsWith("  'fault.", StringComparison.Ordinal))];

        copied.Should().NotBeEmpty().And.OnlyContain(line => board.Contains($"\n{line}\n", StringComparison.Ordinal));
    }

    private static string Page([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../../functions/FollowUp/Board/page");

    [GeneratedRegex(@"^\s*'([a-z][\w.-]*)':", RegexOptions.Multiline)]
    private static partial Regex Key();
}
