using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.AzureEngine.Tests.Rig;
using FollowUp.Lives;
using FollowUp.Tests.Rig;

namespace FollowUp.AzureEngine.Tests;

/// <summary>
/// An item that is nudged so often that its clock cuts off its history. On Azure each nudge leaves a timer that nobody waits for any
/// more; of those that belong to the history that was cut off the engine knows nothing when they come (the rig drops them: HeldMessages
/// says why).
/// </summary>
public sealed class A_clock_that_begins_anew
{
    private const string Item = $"/api/agreements/{Papers.Agreement}/items/{Papers.Item}";

    /// <summary>More than the clock of an item bears before it begins anew.</summary>
    private const int Reports = 60;

    private static readonly DateTimeOffset Signed = new(2020, 5, 11, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Two days after the due date: the first notices of lateness have gone out.</summary>
    private static readonly DateTimeOffset Late = new(2020, 6, 19, 12, 0, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_hears_more_or_less_or_later_for_it()
    {
        await using LocalHostUnderTest local = new(Signed);
        IReadOnlyList<string> here = await Letters(local);
        await using AzureUnderTest azure = new(Signed);
        IReadOnlyList<string> there = await Letters(azure);

        here.Should()
            .Contain(letter => letter.StartsWith("06-18 09:01 law: Overdue", StringComparison.Ordinal)).And.HaveCountGreaterThan(5);
        there.Should().Equal(here);
    }

    private static async Task<IReadOnlyList<string>> Letters(HostUnderTest host)
    {
        await host.Start(Cancel);
        await Call(host, "POST", "/api/registers", new() { ["people"] = Papers.People });
        await Call(host, "POST", "/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()));
        await Call(host, "PUT", $"{Item}/receipt", Papers.By("law"));
        for (int report = 1; report <= Reports; report++)
        {
            await Until(host, host.Clock.GetUtcNow().AddMinutes(1));
            await Call(host, "POST", $"{Item}/progress", new() { ["by"] = "law", ["text"] = $"Article {report} is agreed." });
        }

        await Until(host, Late);
        return [.. host.Mailbox.Arrived
            .Select(arrival => string.Create(
                CultureInfo.InvariantCulture,
                    $"{arrival.At.ToOffset(Signed.Offset):MM-dd HH:mm} {arrival.Written.Letter.Recipient}: {arrival.Written.Subject}"))
            .Order(StringComparer.Ordinal)];
    }

    private static async Task Call(HostUnderTest host, string method, string path, JsonObject body)
    {
        using HttpRequestMessage request = new(new(method), path) { Content = JsonContent.Create(body) };
        using HttpResponseMessage answer = await host.Http.SendAsync(request, Cancel);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(Cancel));
        await host.WhenStill(Cancel);
    }

    private static async Task Until(HostUnderTest host, DateTimeOffset end)
    {
        while (host.NextAlarm is { } next && next <= end)
        {
            host.Jump(next);
            await host.WhenStill(Cancel);
        }

        host.Jump(end);
        await host.WhenStill(Cancel);
    }
}
