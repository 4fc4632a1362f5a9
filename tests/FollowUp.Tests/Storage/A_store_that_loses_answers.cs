using System.Net.Http.Json;
using Azure;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// Law 2: the client library sends again what has worked, and then reports a conflict with its own success. Tests
/// <see cref="AgreementWriter"/>, <see cref="AgreementTransaction"/>, <see cref="TransientFailurePolicy"/> and <see cref="TableClients"/>.
/// </summary>
public sealed class A_store_that_loses_answers
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task doubles_nothing_and_loses_nothing(bool busy)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        int lost = 0;
        HashSet<string> met = [];
        bool First(string what) => what.Contains("$batch", StringComparison.Ordinal)
            && what.Contains("/Agreements(", StringComparison.Ordinal) && met.Add(what) && ++lost > 0;
        if (busy)
        {
            town.Wire.AnswersBusy = First;
        }
        else
        {
            town.Wire.After = what => _ = First(what) ? throw new IOException("The answer was lost.") : 0;
        }

        (await town.Progress("Draft sent.")).Status.Should().Be(200);
        (await town.Report()).Status.Should().Be(200);
        await town.Until("2020-05-11 10:30");
        (await town.Confirm()).Status.Should().Be(200);
        await town.Until("2020-05-12 10:30");

        lost.Should().BeGreaterThan(4);
        (await town.Events()).Where(what => what != "notice").Should().Equal("registered", "assigned", "progress", "reported", "confirmed");
        town.Letters.Should().Equal(
            "05-11 10:01 lead: confirmation/at-once", "05-11 10:31 desk: closing/done", "05-11 10:31 law: closing/done",
            "05-11 10:31 lead: closing/done");
    }

    /// <summary>What the client library throws when it has given up: never a 500, and a later try works.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(-1)]
    public async Task for_good_says_so_and_can_be_asked_again(int status)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Exception GivesUp() => status < 0
            ? new AggregateException(
                "Retry failed after 5 tries.", new RequestFailedException(0, "No connection."), new TaskCanceledException())
            : new RequestFailedException(status, "No.");

        town.Wire.Before = what => _ = what.Contains("/Agreements(", StringComparison.Ordinal) ? throw GivesUp() : 0;
        Answer writing = await town.Send("PUT", $"{Town.PathOf(Papers.Item)}/receipt", JsonContent.Create(Papers.By("law")));
        Answer reading = await town.Send("GET", Town.PathOf(Papers.Item), null);
        town.Wire.Before = what => _ = what.Contains("$batch", StringComparison.Ordinal)
            && what.Contains("/Agreements(", StringComparison.Ordinal) ? throw GivesUp() : 0;
        Answer committing = await town.Send("PUT", $"{Town.PathOf(Papers.Item)}/receipt", JsonContent.Create(Papers.By("law")));
        town.Wire.Before = _ => { };

        new[] { writing, reading, committing }.Should().OnlyContain(answer => answer.Status == 503 && answer.Problem == "busy");
        (await town.Sign()).Status.Should().Be(200);
        (await town.Events()).Should().Equal("registered", "assigned", "signed");
    }

    [Fact]
    public async Task while_it_commits_acknowledges_what_is_there()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        bool lost = false;
        town.Wire.After = what =>
        {
            if (!lost && what.Contains("$batch", StringComparison.Ordinal))
            {
                lost = true;
                throw new AggregateException("Retry failed after 5 tries.", new TaskCanceledException());
            }
        };

        Answer answer = await town.Progress("Draft sent.");

        (answer.Status, lost).Should().Be((200, true), answer.Text);
        (await town.Events()).Should().Equal("registered", "assigned", "progress");
    }
}
