using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Answers;
using FollowUp.Calendars;
using FollowUp.Delivery.Languages;
using FollowUp.Ledger;
using FollowUp.Phrases;

namespace FollowUp.Tests.Delivery.Languages;

/// <summary>
/// Folders of files beside each other: what English says, each says. Tests <see cref="LetterLanguages"/>, <see cref="Language"/>,
/// <see cref="LanguageCheck"/> and <see cref="LanguageRules"/>.
/// </summary>
public sealed partial class The_languages_of_letters
{
    private static readonly Dictionary<string, string> Files = LetterLanguages.Shipped();
    private static readonly LetterLanguages All = new(Files);

    public static TheoryData<string> Ids => [.. All.Ids];

    /// <summary>Key by key and placeholder by placeholder, read from the files themselves.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void say_the_same_with_the_same_facts(string language)
    {
        string[] Said(string id) =>
        [
            .. Sentences(id).Select(one =>
                $"{one.Key}: {string.Join(' ', Blank().Matches(one.Value).Select(blank => blank.Groups[1].Value).Distinct().Order())}")
                    .Order(),
        ];
        Said(language).Should().Equal(Said("en"));
        Sentences(language).Keys.Should().HaveCountGreaterThan(150);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void have_each_form_that_their_numbers_ask_for(string language)
    {
        JsonElement rules = JsonDocument.Parse(Files[$"{language}/rules.json"]).RootElement;
        string[] asked = [.. new PluralRules(rules.GetProperty("plurals").Deserialize<Dictionary<string, string>>()!).Categories];
        foreach (JsonProperty word in rules.GetProperty("counts").EnumerateObject())
        {
            word.Value.EnumerateObject().Select(form => form.Name).Should().BeEquivalentTo(asked, word.Name);
            word.Value.EnumerateObject().Should().OnlyContain(form => form.Value.GetString()!.Contains("{n}"));
        }
    }

    /// <summary>Everything that a ledger may say in English has its sentence.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void know_what_a_ledger_says(string language)
    {
        Vocabulary[] said = [ShiftPhrases.Vocabulary, TracePhrases.Vocabulary, AlarmPhrases.Vocabulary, ReasonPhrases.Refused];
        string[] codes = [.. said.SelectMany(one => one.Codes).Concat([ReasonPhrases.NotTaken.Code, ReasonPhrases.LetterRefused.Code,
            ReasonPhrases.PersonMissing.Code, ReasonPhrases.TimeZoneUnknown.Code, ReasonPhrases.TermsMissing.Code,
                ReasonPhrases.Unsayable.Code])
            .Except([TracePhrases.Receives.Code])];
        codes.Select(code => $"phrase.{code}").Should().BeSubsetOf(All[language].Sentences.Keys);
    }

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "ru/notices.json", "\"heading.overdue\"", "\"heading.late\"", "*ru: “heading.overdue” is missing*“heading.late” is none*" },
        { "zh/letter.json", "{agreement}（", "（", "*zh: “agreement” must say {agreement}, {signedOn} and nothing else*" },
        { "zh/notices.json", "已逾期{daysLate:day}\"", "已逾期{daysLate:Day}\"", "*zh: “heading.overdue” has {daysLate:Day}: there is no such*" },
        { "ru/rules.json", "\"many\": \"{n} дней\"", "\"more\": \"{n} дней\"", "*ru: “day” has no form with {n} for “many”*" },
        { "ru/rules.json", "\"few\": \"{n} часа\"", "\"few\": \"часа\"", "*ru: “hour” has no form with {n} for “few”*" },
        { "ru/rules.json", "\"января\", ", "", "*ru: there are 11 months instead of 12*" },
        { "ru/rules.json", "\"moment\"", "\"instant\"", "*ru: there is no pattern “moment” of days*" },
        { "ru/rules.json", "{time} {day}", "{hour} {day}", "*ru: the pattern “moment” has {hour}, which no day has*" },
        { "ru/rules.json", "\"hour\"", "\"minute\"", "*ru: *“hour” is not counted*" },
        { "ru/rules.json", "\"between\": \" \",", "", "*ru/rules.json*between*" },
        { "ru/letter.json", "\"subject.alone\": \"{subject}\"", "\"subject.alone\": \"{subject}}\"",
        "*“subject.alone” is empty, or has a brace*" },
        { "ru/phrases.json", "{channel:#channel}", "{channel:#channels}", "*{channel:#channels}: there is no such word or form*" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void that_lack_something_keep_the_app_from_starting(string file, string what, string instead, string why)
    {
        Files[file].Should().Contain(what);
        Dictionary<string, string> faulty = new(Files) { [file] = Files[file].Replace(what, instead, StringComparison.Ordinal) };
        new Action(() => _ = new LetterLanguages(faulty)).Should().Throw<InvalidOperationException>().WithMessage(why);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void have_words_for_each_answer(string language) =>
        AnswerAction.All.Select(action => $"answer.{action}").Should().BeSubsetOf(All[language].Sentences.Keys);

    [Fact]
    public void leave_who_reads_another_to_English() => All["tlh"].Id.Should().Be("en");

    private static Dictionary<string, string> Sentences(string language) =>
        Files.Where(file =>
            file.Key.StartsWith($"{language}/", StringComparison.Ordinal) && !file.Key.EndsWith("/rules.json", StringComparison.Ordinal))
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(file.Value)!).ToDictionary();

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Blank();
}
