using System.Text.Json;
using FollowUp.Storage;
using FollowUp.Tests.Running.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Tests.Running;

public sealed class What_a_host_keeps
{
    /// <summary>It decides on what it wrote itself without reading it again; the version of a row says that nobody else wrote, not that it kept it well.</summary>
    [Fact]
    public async Task of_an_item_is_to_the_letter_what_another_host_would_read()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        (Func<Task> Happens, string Until)[] life =
        [
            (() => Task.CompletedTask, "2020-05-12 10:00"),
            (() => town.Sign(), "2020-06-19 10:00"),
            (() => town.Report(), "2020-06-23 10:00"),
            (() => town.Confirm(), "2020-06-24 10:00"),
        ];
        foreach ((Func<Task> happens, string until) in life)
        {
            await happens();
            await town.Until(until);
            ItemFile? kept = await Open(town.Services.GetRequiredService<AgreementFiles>());
            ItemFile? read = await Open(new AgreementFiles(town.Services.GetRequiredService<FollowUp.Storage.Tables>(), new()));

            JsonSerializer.Serialize(kept, Json.Options).Should().Be(JsonSerializer.Serialize(read, Json.Options), until);
        }

        town.Letters.Should().HaveCountGreaterThan(10, "much was written");

        static Task<ItemFile?> Open(AgreementFiles files) => files.Open(Papers.Agreement, Papers.Item, TestContext.Current.CancellationToken);
    }
}
