using System.Text.Json.Nodes;
using FollowUp.Simulation.Worlds;
using Microsoft.DurableTask.Client;

namespace FollowUp.Sweeps.Rig;

/// <summary>Callers as they are: who gets no answer, or hears that the store is away, asks again with the same words.</summary>
public sealed partial class Stage
{
    private int unanswered;

    /// <summary>Answers as good as the caller could wish for; anything else is a broken promise.</summary>
    public async Task<JsonNode> Ask(string method, string path, JsonNode? body = null, string? key = null)
    {
        while (true)
        {
            House asked = House;
            Answer? answer = await asked.Send(method, path, body?.ToJsonString(), key);

            // What a host still says while it is killed, nobody hears.
            answer = asked.Wire.IsCut && answer is not { Status: 200 or 201 } ? null : answer;
            await Still();
            if (answer is { Status: 200 or 201 })
            {
                return JsonNode.Parse(answer.Text)!;
            }

            await Excuse(answer is null or { Status: 503 }, $"{method} {path} was answered {answer?.ToString() ?? "nothing"}");
        }
    }

    /// <summary>The same with the engine's client.</summary>
    public async Task Tell(Func<DurableTaskClient, Task> tell)
    {
        while (true)
        {
            try
            {
                Task telling = tell(House.Clocks);
                Task first = await Task.WhenAny(telling, House.Wire.WhenCut);
                await first;
                bool isTold = first == telling;
                await Still();
                if (isTold)
                {
                    return;
                }
            }
            catch (Exception failure) when (failure is IOException or Azure.RequestFailedException or TableService.WireCutException
                or Simulation.Worlds.WireCutException)
            {
                await Still();
                await Excuse(isExcused: true, $"the engine said {failure.Message}");
                continue;
            }

            await Excuse(isExcused: true, "the engine said nothing");
        }
    }

    /// <summary>One strike may leave one caller without an answer; who asks again a minute later gets one.</summary>
    private async Task Excuse(bool isExcused, string what)
    {
        if (!isExcused || ++unanswered > struck.Count)
        {
            throw new PromiseBrokenException(what);
        }

        await Minutes(1);
    }
}

/// <summary>What was promised to callers did not hold.</summary>
public sealed class PromiseBrokenException(string what) : Exception(what);
