package app.barker.bark;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BarkRepository extends Repository<Bark, Long> {

    Bark saveAndFlush(Bark bark);

    Optional<Bark> findById(long id);

    Optional<Bark> findByAuthorIdAndPostKey(long authorId, UUID postKey);

    void delete(Bark bark);
}
