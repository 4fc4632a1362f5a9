using FollowUp.Delivery.Languages;
using FollowUp.Phrases;
using FollowUp.Tests.Delivery.Rig;

namespace FollowUp.Tests.Phrases;

/// <summary>
/// Held against those of another program (Node's Intl.PluralRules) for every number up to a million. Tests <see cref="PluralRules"/>
/// and <see cref="PluralCondition"/>.
/// </summary>
public sealed class The_plural_rules
{
    private const int Last = 1_000_000;

    /// <summary>One letter a number: the first of zero, one, two, few and many, and x for other.</summary>
    private const string Oracle =
        """
        const rules = new Intl.PluralRules(process.argv[1]);
        const letters = { zero: "z", one: "o", two: "t", few: "f", many: "m", other: "x" };
        let all = "";
        for (let n = 0; n <= 1000000; n++) all += letters[rules.select(n)];
        console.log(all);
        """;

    /// <summary>As the CLDR has them: language, category, rule.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Harder =
        """
        ar zero n = 0
        ar one n = 1
        ar two n = 2
        ar few n % 100 = 3..10
        ar many n % 100 = 11..99
        br one n % 10 = 1 and n % 100 != 11,71,91
        br two n % 10 = 2 and n % 100 != 12,72,92
        br few n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99
        br many n != 0 and n % 1000000 = 0
        cy zero n = 0
        cy one n = 1
        cy two n = 2
        cy few n = 3
        cy many n = 6
        fr one i = 0,1
        fr many e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5
        ga one n = 1
        ga two n = 2
        ga few n = 3..6
        ga many n = 7..10
        lt one n % 10 = 1 and n % 100 != 11..19
        lt few n % 10 = 2..9 and n % 100 != 11..19
        lt many f != 0 @decimal 0.1
        lv zero n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19
        lv one n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1
        mt one n = 1
        mt two n = 2
        mt few n = 0 or n % 100 = 3..10
        mt many n % 100 = 11..19
        pl one i = 1 and v = 0
        pl few v = 0 and i % 10 = 2..4 and i % 100 != 12..14
        pl many v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14
        sl one v = 0 and i % 100 = 1
        sl two v = 0 and i % 100 = 2
        sl few v = 0 and i % 100 = 3..4 or v != 0
        """.Split('\n').Select(line => line.Trim().Split(' ', 3)).GroupBy(line => line[0])
        .ToDictionary(language => language.Key, language => language.ToDictionary(line => line[1], line => line[2]));

    public static TheoryData<string> Languages => [.. Shipped.Keys, .. Harder.Keys];

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Shipped { get; } =
        new LetterLanguages(LetterLanguages.Shipped()) is var all ? all.Ids.ToDictionary(id => id, id => all[id].Rules.Plurals) : [];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task agree_with_those_of_another_program_up_to_a_million(string language)
    {
        PluralRules rules = new(Shipped.GetValueOrDefault(language) ?? Harder[language]);
        string expected = (await MailReaders.Run("node", ["-e", Oracle, language], [], TestContext.Current.CancellationToken))[0];

        expected.Should().HaveLength(Last + 1);
        Enumerable.Range(0, Last + 1).Where(number => LetterOf(rules.CategoryOf(number)) != expected[number]).Should().BeEmpty();
        rules.Categories.Select(LetterOf).Should().BeEquivalentTo(expected.Distinct());
    }

    [Fact]
    public void count_what_lies_below_zero_like_what_lies_above()
    {
        PluralRules russian = new(Shipped["ru"]);
        new[] { -1, -2, -5, -11, -21 }.Select(number => russian.CategoryOf(number)).Should().Equal("one", "few", "many", "many", "one");
    }

    [Theory]
    [InlineData("one", "i is 1", "*“i is 1”*is no relation of plural rules*")]
    [InlineData("one", "i = 1 and", "*is no relation*")]
    [InlineData("one", "i % 0 = 1", "*is no relation*")]
    [InlineData("some", "i = 1", "*“some” is no plural category*")]
    public void that_are_none_are_refused(string category, string rule, string why) =>
        new Action(() => _ = new PluralRules(new Dictionary<string, string> { [category] = rule }))
            .Should().Throw<FormatException>().WithMessage(why);

    private static char LetterOf(string category) => category == PluralRules.Other ? 'x' : category[0];
}
