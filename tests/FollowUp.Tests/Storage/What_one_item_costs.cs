using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>Tests <see cref="AgreementStore"/> and <see cref="DueIndex"/>.</summary>
public sealed class What_one_item_costs
{
    /// <summary>
    /// What time asks for, items or not: the hub's work, the nightly tidying of indexes and of the marks of full items, each minute's look
    /// for a log of changes.
    /// </summary>
    private static readonly string[] TimeAlone = ["/FollowUpHub()", "/People()", "/Calendars()", "RowKey='~log')"];

    /// <summary>Without what the passing of time costs whether there are items or not: heartbeats, sweeps, tidying.</summary>
    [Fact]
    public async Task from_assignment_to_confirmation_with_six_letters_does_not_grow()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        Dictionary<string, int> asked = [];
        int sweeps = 0;
        town.Wire.Before = what =>
        {
            string table = what.Contains("$batch", StringComparison.Ordinal) ? what.Split(' ')[3] : what.Split(' ')[1];
            string name =
                $"{what.Split(' ')[0]} "
                    + $"{table.Split('/')[^1].Split('(')[0]}{(what.Contains("$batch", StringComparison.Ordinal) ? " batch" : "")}";
            if (name is "GET Due")
            {
                Interlocked.Increment(ref sweeps);
            }
            else if (!what.Contains("RowKey='lease'", StringComparison.Ordinal) && !what.Contains("~pulse", StringComparison.Ordinal)
                && !TimeAlone.Any(query => what.EndsWith(query, StringComparison.Ordinal)))
            {
                lock (asked)
                {
                    asked[name] = asked.GetValueOrDefault(name) + 1;
                }
            }
        };
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        await town.Until("2020-05-11 10:05");
        await town.Sign();
        await town.Until("2020-05-19 10:00");
        await town.Report();
        await town.Until("2020-05-19 10:05");
        await town.Confirm();
        await town.Until("2020-05-19 10:10");

        town.Letters.Should().HaveCount(6);
        asked["GET Postbag"] -= sweeps;
        string each = string.Join(", ", asked.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"));
        asked.Values.Sum().Should().BeLessThan(
            115, $"alone it should be 30 too (docs/scale.md says what each of them is for), and must not grow meanwhile: {each}");
    }
}
