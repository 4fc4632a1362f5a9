using System.Text.RegularExpressions;
using CsCheck;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Tests.Parsing.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Values;

/// <summary>
/// What is taken can be a row key, an instance id and a part of an address, as it is. Tests <see cref="Identifier"/>,
/// <see cref="CountryCode"/> and <see cref="TableKeys"/>.
/// </summary>
public sealed partial class An_id
{
    private static readonly Gen<string> Nearly = Gen.Char["abz09-AZ._~|/ \n'é%"].Array[0, 42].Select(letters => new string(letters));

    private static readonly Gen<string> Taken = Gen.Char["abcxyz0189-"].Array[1, Identifier.LengthMax]
        .Select(letters => new string(letters));

    [Theory]
    [InlineData("nia-law")]
    [InlineData("-")]
    [InlineData("2019-11-21-beijing")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void is_of_small_letters_digits_and_hyphens(string id) =>
        (Identifier.IsValid(id), CountryCode.IsValid(id)).Should().Be((true, true));

    [Theory]
    [InlineData("CN", true)]
    [InlineData("Law", true)]
    [InlineData("", false)]
    [InlineData("law\n", false)]
    [InlineData("a b", false)]
    [InlineData("а", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void has_capitals_only_where_it_is_a_calendars_or_a_partys(string id, bool isCode) =>
        (Identifier.IsValid(id), CountryCode.IsValid(id)).Should().Be((false, isCode));

    [Fact]
    public void needs_no_escape_anywhere() => Gen.Select(Taken, Taken, Taken).Sample(
        (one, other, third) =>
        {
            Identifier.Fault(one).Should().BeNull();
            RungKey rung = new(other, 1, LadderName.Confirmation, third, 0, one);
            LetterKey letterKey = new(third, "202005290100");
            string notice = TableKeys.Notice(letterKey, new(one, rung));
            foreach (string key in new[] { TableKeys.Ledger(rung), notice, TableKeys.DueItem(one, other), TableKeys.Revision(one, 1),
                TableKeys.Part(one, other), TableKeys.Letter(letterKey) })
            {
                key.Should().MatchRegex(KeyForm());
            }

            TableKeys.Posted(notice).Should().Be(new NoticeRef(one, rung));
            OrchestrationStarter.InstanceIdOf(new ItemRef(one, other)).Length.Should().BeLessThanOrEqualTo(100);
            Uri.EscapeDataString(one).Should().Be(one);
        },
        iter: 1_000);

    [Fact]
    public void is_judged_alike_wherever_it_comes_in() => Nearly.Sample(
        id => Example.Faults(register => register["people"]![0]!["id"] = id).Any().Should().Be(!Identifier.IsValid(id)), iter: 500);

    [GeneratedRegex(@"^[A-Za-z0-9._~|-]{1,300}\z")]
    private static partial Regex KeyForm();
}
