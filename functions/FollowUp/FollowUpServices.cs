using Azure.Core.Pipeline;
using FollowUp.Following;
using FollowUp.Http;
using FollowUp.Notices;
using FollowUp.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace FollowUp;

/// <summary>What the functions are made of.</summary>
public static class FollowUpServices
{
    /// <summary>Nothing here replaces what was registered before: tests bring their clock and their transport first.</summary>
    public static IServiceCollection AddFollowUp(this IServiceCollection services, IConfiguration settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new Tables(settings, provider.GetService<HttpPipelineTransport>()));
        services.TryAddSingleton(Correspondence.Of(settings));
        services.TryAddSingleton(Correspondence.Channel(settings));
        return services
            .AddHostedService<TablesReady>()
            .AddSingleton<KeptFiles>()
            .AddSingleton<Commits>()
            .AddSingleton<AgreementFiles>()
            .AddSingleton<ReferenceData>()
            .AddSingleton<Everybody>()
            .AddSingleton<ItemContext>()
            .AddSingleton<DueIndex>()
            .AddSingleton<Catalogue>()
            .AddSingleton<Mentions>()
            .AddSingleton<Listings>()
            .AddSingleton<Postbag>()
            .AddSingleton<EarlierBags>()
            .AddSingleton<Registration>()
            .AddSingleton<Changes>()
            .AddSingleton<Occurrences>()
            .AddSingleton<ItemClock>()
            .AddSingleton<PostClocks>()
            .AddSingleton<Suppositions>()
            .AddSingleton<Forecast>()
            .AddSingleton<Rebases>()
            .AddSingleton<Repairs>()
            .AddSingleton<Outcomes>()
            .AddSingleton<Mailroom>()
            .AddSingleton<Rearming>()
            .AddSingleton<Lookup>()
            .AddSingleton<LetterTemplates>()
            .AddSingleton<Registering>()
            .AddSingleton<Actors>()
            .AddSingleton<ItemVerb>();
    }

    /// <summary>The tables are there, and lists find what is in them, before the first call is taken.</summary>
    private sealed class TablesReady(Tables tables, Repairs repairs, TimeProvider clock) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancel)
        {
            await tables.Create(cancel);
            await repairs.CompleteCatalogue(Instant.FromDateTimeOffset(clock.GetUtcNow()), cancel);
        }

        public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
    }
}
