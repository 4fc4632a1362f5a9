using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Start;

namespace FollowUp.Lives;

/// <summary>
/// Leads a life on a host, from moment to moment: acts as HTTP calls, alarms, outages, until nobody has anything more to say.
/// </summary>
public static class Living
{
    /// <summary>A clock that rings more often than this rings for ever.</summary>
    private const int MomentsMax = 5_000;

    /// <returns>What it leaves behind.</returns>
    /// <exception cref="LifeWentWrongException">A call was not answered as the cast expects, or the life does not end.</exception>
    public static Task<Remains> Live(this HostUnderTest host, Life life, CancellationToken cancel) =>
        host.Live(life, () => Task.CompletedTask, cancel);

    /// <param name="look">Called whenever all is still, before time goes on.</param>
    /// <returns>What it leaves behind.</returns>
    /// <exception cref="LifeWentWrongException">A call was not answered as the cast expects, or the life does not end.</exception>
    public static async Task<Remains> Live(this HostUnderTest host, Life life, Func<Task> look, CancellationToken cancel)
    {
        Queue<Act> acts = new(life.Script);
        Queue<Away> outages = new(life.Outages);
        List<string> answers = [];
        host.Mailbox.Closed = life.WithoutMail;
        await host.Start(cancel);
        await host.WhenStill(cancel);
        await look();
        for (int moments = 0; await Next(host, acts, outages, cancel) is { } next; moments++)
        {
            if (moments == MomentsMax)
            {
                throw new LifeWentWrongException($"{life} does not end: at {next:u} an alarm rings for the {MomentsMax}th time.");
            }

            await Pass(host, next, outages, cancel);
            while (acts.TryPeek(out Act? act) && act.At <= host.Clock.GetUtcNow())
            {
                answers.Add(await Perform(host, acts.Dequeue(), cancel));
                await host.WhenStill(cancel);
            }

            await look();
        }

        return await Remains.Of(host, answers, cancel);
    }

    /// <summary>Null when all was done, no letter is under way and no open item has anything more to say.</summary>
    private static async Task<DateTimeOffset?> Next(HostUnderTest host, Queue<Act> acts, Queue<Away> outages, CancellationToken cancel)
    {
        DateTimeOffset? alarm = host.NextAlarm;
        if (acts.Count + outages.Count == 0
            && (alarm is null || (alarm > host.Clock.GetUtcNow().AddDays(1) && await IsSilent(host, cancel))))
        {
            return null;
        }

        DateTimeOffset?[] all = [alarm, acts.TryPeek(out Act? act) ? act.At : null, outages.TryPeek(out Away? outage) ? outage.From : null];
        return all.Min();
    }

    private static async Task Pass(HostUnderTest host, DateTimeOffset next, Queue<Away> outages, CancellationToken cancel)
    {
        if (outages.TryPeek(out Away? outage) && outage.From <= next)
        {
            _ = outages.Dequeue();
            await host.Stop(cancel);
            host.Clock.SetUtcNow(outage.Until.ToUniversalTime());
            await host.Start(cancel);
        }
        else if (next > host.Clock.GetUtcNow())
        {
            host.Jump(next);
        }

        await host.WhenStill(cancel);
    }

    private static async Task<string> Perform(HostUnderTest host, Act act, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(new(act.Method), act.Path);
        if (act.Body is not null)
        {
            request.Content = new StringContent(act.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using HttpResponseMessage answer = await host.Http.SendAsync(request, cancel);
        string body = await answer.Content.ReadAsStringAsync(cancel);
        string headers = $"{answer.Content.Headers.ContentType} {answer.Headers.ETag} {answer.Headers.Location}".TrimEnd();
        string words = string.Create(CultureInfo.InvariantCulture,
            $"{act.At.UtcDateTime:u} {act.Method} {act.Path}: {(int)answer.StatusCode} {headers} {Said(body)}");
        return act.Meets((int)answer.StatusCode)
            ? words : throw new LifeWentWrongException($"{act.Expect?.ToString() ?? "Success"} was expected of {words}");
    }

    private static string Said(string body) => body.StartsWith('{') ? Remains.Line(JsonNode.Parse(body)!.AsObject()) : body;

    private static async Task<bool> IsSilent(HostUnderTest host, CancellationToken cancel) =>
        (await Reading.Items(host.Http, cancel)).All(item => item["nextAt"] is null);
}

/// <summary>A life was not led as it is written.</summary>
public sealed class LifeWentWrongException(string message) : Exception(message);
